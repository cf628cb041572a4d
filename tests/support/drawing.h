#pragma once
// A graph drawn in a test, line by line:
//
//   t:art_1 heading="Scope"
//   t:art_1 -REFERS_TO-> t:art_2__para_1 mode=subject_to
//
// What a key says need not be said again: labels follow from it, and a provision stands in what its eId says, up to its
// treaty.

#include <string_view>

#include "graph/graph.h"
#include "graph/records.h"

namespace treatygraph::testing {

/// Aborts with the line that is wrong: a drawing is code.
[[nodiscard]] GraphRecords records_of(std::string_view drawing);
[[nodiscard]] Graph graph_of(std::string_view drawing);
/// Its snapshot is "test".
[[nodiscard]] Graph graph_of(GraphRecords records);

}  // namespace treatygraph::testing
