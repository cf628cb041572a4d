#pragma once
// Where the records of a spill are in the graph: the order of the nodes, and the nodes that relationships lead to.

#include <cstdint>
#include <vector>

#include "graph/node_order.h"
#include "graph/record_spill.h"
#include "graph/result.h"
#include "graph/topology.h"

namespace treatygraph {

struct RecordLayout {
  NodeOrder order;
  std::vector<RelationshipEnds> ends;  ///< by record; ends are NodeIds
};

/// The error names a duplicate key, an end of a relationship that no node has, or a provision in two places or inside
/// itself.
[[nodiscard]] Result<RecordLayout> layout_of(const RecordSpill& spill);

}  // namespace treatygraph
