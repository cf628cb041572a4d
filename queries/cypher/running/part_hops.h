#pragma once
// One repetition of a pattern's repeated part: ((a)-->(b)){1,3}.

#include <span>
#include <vector>

#include "queries/cypher/running/evaluate.h"

namespace treatygraph::queries::cypher {

struct PartHop {
  NodeId end{};
  std::vector<RelationshipId> walked;  ///< in the order in which they are walked
  std::vector<Value> values;           ///< of the part's variables, in the order of its groups
};

/// How a repetition goes.
struct PartWalk {
  const RelationshipPattern* relationship;  ///< whose part is repeated
  bool backward = false;                    ///< from its last node to its first
  bool may_repeat = false;                  ///< relationships that are used already may be walked again
};

/// Every repetition that begins at `from`. Writes the part's own variables to the row.
[[nodiscard]] std::vector<PartHop> part_hops(const PartWalk& walk, NodeId from, std::span<const RelationshipId> used,
                                             Row& row, Context& context);

/// Puts the lists of what the repetitions bound into the row, in the order of the pattern.
void put_groups(const PartWalk& walk, std::span<const PartHop* const> hops, Row& row);

}  // namespace treatygraph::queries::cypher
