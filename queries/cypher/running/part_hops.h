#pragma once
// One repetition of a quantified part: of ((a)-->(b)){1,3}, for example.

#include <span>
#include <vector>

#include "queries/cypher/running/evaluate.h"

namespace treatygraph::queries::cypher {

/// One repetition as a single hop of a walk.
struct PartHop {
  NodeId end{};
  std::vector<RelationshipId> walked;  ///< its relationships, in walking order
  std::vector<Value> values;           ///< values of the part's variables, in the order of its groups
};

/// How repetitions are enumerated.
struct PartWalk {
  const RelationshipPattern* relationship{};  ///< the quantified step
  bool backward = false;                      ///< from its last node to its first
  bool may_repeat = false;                    ///< used relationships may repeat
};

/// All repetitions that start at the node `from` and use none of the `used` relationships. Overwrites the part's
/// variables in the row.
[[nodiscard]] std::vector<PartHop> part_hops(const PartWalk& walk, NodeId from, std::span<const RelationshipId> used,
                                             Row& row, Context& context);

/// Writes the results of a walk over `hops` to the row, in pattern order: the list of all relationships, and for each
/// variable of the part a list with its value in each repetition.
void put_groups(const PartWalk& walk, std::span<const PartHop* const> hops, Row& row);

}  // namespace treatygraph::queries::cypher
