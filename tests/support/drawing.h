#pragma once
// A graph written as text in a test, one element per line:
//
//   t:art_1 heading="Scope"
//   t:art_1 -REFERS_TO-> t:art_2__para_1 mode=subject_to
//
// What follows from a key is not repeated: labels are derived from it, and a provision is a part of what its eId says,
// up to its treaty.

#include <string_view>

#include "graph/graph.h"
#include "graph/records.h"

namespace treatygraph::testing {

/// Aborts and prints the wrong line: a drawing is code.
[[nodiscard]] GraphRecords records_of(std::string_view drawing);
[[nodiscard]] Graph graph_of(std::string_view drawing);
/// Its snapshot is "test".
[[nodiscard]] Graph graph_of(GraphRecords records);

}  // namespace treatygraph::testing
