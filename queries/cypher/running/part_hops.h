#pragma once
// One repetition of a quantified part: ((a)-->(b)){1,3}.

#include <span>
#include <vector>

#include "queries/cypher/running/evaluate.h"

namespace treatygraph::queries::cypher {

struct PartHop {
  NodeId end{};
  std::vector<RelationshipId> walked;  ///< in walking order
  std::vector<Value> values;           ///< values of the part's variables, in the order of its groups
};

/// How repetitions are enumerated.
struct PartWalk {
  const RelationshipPattern* relationship{};  ///< the quantified step
  bool backward = false;                      ///< from its last node to its first
  bool may_repeat = false;                    ///< used relationships may repeat
};

/// All repetitions starting at `from`. Writes the part's own variables to the row.
[[nodiscard]] std::vector<PartHop> part_hops(const PartWalk& walk, NodeId from, std::span<const RelationshipId> used,
                                             Row& row, Context& context);

/// Writes the lists of bound values of all repetitions into the row, in pattern order.
void put_groups(const PartWalk& walk, std::span<const PartHop* const> hops, Row& row);

}  // namespace treatygraph::queries::cypher
