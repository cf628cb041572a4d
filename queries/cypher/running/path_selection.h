#pragma once
// SHORTEST k, ANY, ALL SHORTEST and SHORTEST k GROUPS over a whole pattern.

#include "queries/cypher/planning/path_plan.h"
#include "queries/cypher/running/evaluate.h"
#include "queries/cypher/values/function_ref.h"

namespace treatygraph::queries::cypher {

/// From the node that `step` starts at: to each end the shortest trails that match, as many as the pattern's selector
/// says, the shorter first. Calls `found` with each in the row; false when `found` said that it has enough.
///
/// Breadth first over pairs of a node and a place in the pattern, keeping every way in which a pair is reached; trails
/// are read back from an end, one length after the other, where no shorter way back is too long. What it keeps grows
/// with what it has reached, never with the number of paths.
[[nodiscard]] bool select_paths(const MatchStep& step, bool may_repeat, Row& row, Context& context,
                                FunctionRef<bool()> found);

}  // namespace treatygraph::queries::cypher
