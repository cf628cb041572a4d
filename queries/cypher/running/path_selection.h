#pragma once
// SHORTEST k, ANY, ALL SHORTEST and SHORTEST k GROUPS over a whole pattern.

#include "queries/cypher/planning/path_plan.h"
#include "queries/cypher/running/evaluate.h"
#include "queries/cypher/values/function_ref.h"

namespace treatygraph::queries::cypher {

/// Finds, from the start node of `step` to each end, the shortest matching trails, as many as the selector says,
/// shortest first. Calls `found` with each in the row. False if `found` stopped the search.
///
/// Breadth-first search over pairs of a node and a position in the pattern, recording every way in which a pair is
/// reached. Trails are then read backwards from an end, length by length, where the remaining distance allows. Memory
/// grows with the reached pairs, not with the number of paths.
[[nodiscard]] bool select_paths(const MatchStep& step, bool may_repeat, Row& row, Context& context,
                                FunctionRef<bool()> found);

}  // namespace treatygraph::queries::cypher
