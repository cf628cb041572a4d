#pragma once
// What nothing leads to any more when a provision is deleted.
//
// The own words of a provision lead to all provisions read (reading.h) with their references' targets, and to the
// offences, powers, safeguards and terms that they carry. A reference to a division leads to all its provisions, one to
// a treaty only to the treaty. A node is cut off if every chain of such steps that starts at a remaining provision
// passes through the deleted provision (with its parts): the deleted provision dominates it. The nodes that contain the
// deleted provision are never cut off.
//
// At a level, a cut-off node is shown as its representative. If something still leads to another part of the
// representative, the cut-off parts are shown one by one instead.

#include <vector>

#include "graph/ids.h"
#include "queries/request/budget.h"
#include "queries/request/truncation.h"
#include "queries/treaty/provision_level.h"

namespace treatygraph::queries {

class Carriers;
class ReferenceFilter;

/// A node of the answer.
struct CutOff {
  NodeId node;
  NodeId through;  ///< its immediate dominator: the last node on every chain to it, often the deleted provision itself
  std::vector<NodeId> provisions;  ///< the cut-off nodes that `node` represents, in document order
};

struct CutOffs {
  std::vector<CutOff> nodes;  ///< in document order
  Truncated truncated;        ///< then `nodes` is empty, because a partial answer would name nodes that are not cut off
};

/// Everything that only `of` and its parts lead to. The cost depends on the surroundings of what is cut off, not on the
/// size of the graph.
[[nodiscard]] CutOffs cut_off_without(NodeId of, Level level, const ReferenceFilter& filter, const Carriers& carriers,
                                      const Graph& graph, Budget& budget);

}  // namespace treatygraph::queries
