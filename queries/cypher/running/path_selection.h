#pragma once
// Finds selected paths: SHORTEST k, ANY, ALL SHORTEST and SHORTEST k GROUPS over a whole pattern (GQL, ISO/IEC 39075).

#include "queries/cypher/planning/path_plan.h"
#include "queries/cypher/running/evaluate.h"
#include "queries/cypher/values/function_ref.h"

namespace treatygraph::queries::cypher {

/// Finds the shortest matching trails from the start node of `step` to each end, as many as the selector says, shortest
/// first. Calls `found` for each, with its values in the row. Returns false if `found` stopped the search.
///
/// It is a breadth-first search over pairs of a node and a position in the pattern, and records every way in which a
/// pair is reached. Trails are then read backwards from an end, length by length, as far as the remaining distance
/// allows. Memory grows with the reached pairs and the ways to reach them, not with the number of paths.
[[nodiscard]] bool select_paths(const MatchStep& step, bool may_repeat, Row& row, Context& context,
                                FunctionRef<bool()> found);

}  // namespace treatygraph::queries::cypher
