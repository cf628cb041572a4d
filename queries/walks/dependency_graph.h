#pragma once
// The dependency graph at a level as one CSR over all nodes, for algorithms that look at the whole of it.

#include <functional>
#include <memory>

#include "graph/topology.h"
#include "queries/treaty/lifted_references.h"

namespace treatygraph::queries {

/// Which nodes stand in it; the others have no edges.
using Population = std::function<bool(NodeId)>;

/// A vertex is a NodeId; an edge from A to B says that A depends on B, once however many references say so, as
/// LiftedReferences::each walks them: a chapter that is referred to as a whole depends on what its articles refer to,
/// a treaty on nothing. Without a population (all nodes) and with a filter that admits everything it is made once for a
/// snapshot and level.
[[nodiscard]] std::shared_ptr<const OutCsr> dependency_graph(const LiftedReferences& references, Level level,
                                                             const Population& population = {});

}  // namespace treatygraph::queries
