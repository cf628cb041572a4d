#pragma once
// What nothing leads to any more when a provision goes.
//
// A provision leads to what it refers to, and to the offences, powers, safeguards and terms that it carries; a
// reference to a chapter leads to all that stands in it. References are lifted to a level; a treaty is led to and not
// walked into. Of what the provision (with its parts) leads to, directly or not, a node is cut off when every chain of
// such steps that starts at a provision outside passes through the provision: it is dominated by it. What the provision
// itself stands in is never cut off.

#include <vector>

#include "graph/ids.h"
#include "queries/request/budget.h"
#include "queries/request/truncation.h"

namespace treatygraph::queries {

class Carriers;
class LiftedReferences;

struct CutOff {
  NodeId node;
  NodeId through;  ///< its immediate dominator: the last node that every chain to it passes; often the provision itself
};

struct CutOffs {
  std::vector<CutOff> nodes;  ///< in document order
  Truncated truncated;        ///< then `nodes` is empty: half of an answer would name what is not cut off
};

[[nodiscard]] CutOffs cut_off_without(NodeId of, const LiftedReferences& references, const Carriers& carriers,
                                      Budget& budget);

}  // namespace treatygraph::queries
