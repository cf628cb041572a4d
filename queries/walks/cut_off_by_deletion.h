#pragma once
// What nothing leads to any more when a provision goes.
//
// The own words of a provision lead to all that is read (reading.h) with what they refer to, and to the offences,
// powers, safeguards and terms that they carry; a reference to a division leads to all that stands in it, one to a
// treaty to the treaty alone. Of what the provision (with its parts) leads to, directly or not, a node is cut off when
// every chain of such steps that starts at a provision outside passes through the provision: it is dominated by it.
// What the provision itself stands in is never cut off.
//
// At a level, what is cut off is shown as what stands for it there, unless something else still leads to another part
// of that: then part by part.

#include <vector>

#include "graph/ids.h"
#include "queries/request/budget.h"
#include "queries/request/truncation.h"
#include "queries/treaty/provision_level.h"

namespace treatygraph::queries {

class Carriers;
class ReferenceFilter;

struct CutOff {
  NodeId node;
  NodeId through;  ///< its immediate dominator: the last node that every chain to it passes; often the provision itself
  std::vector<NodeId> provisions;  ///< of what `node` stands for, what is cut off, in document order
};

struct CutOffs {
  std::vector<CutOff> nodes;  ///< in document order
  Truncated truncated;        ///< then `nodes` is empty: half of an answer would name what is not cut off
};

[[nodiscard]] CutOffs cut_off_without(NodeId of, Level level, const ReferenceFilter& filter, const Carriers& carriers,
                                      const Graph& graph, Budget& budget);

}  // namespace treatygraph::queries
