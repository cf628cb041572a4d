#pragma once
// Detects from line lengths that a list has ended: the words below are not part of its last point.

#include <cstddef>
#include <string_view>
#include <vector>

namespace treatygraph::ingest {

/// The starts of lines after a list's last point. If lists are indented, such a line starts to the left of the point's
/// mark; if lines are as long as the page is wide, the line above ends early.
[[nodiscard]] std::vector<std::size_t> lines_after_lists(std::string_view text);

}  // namespace treatygraph::ingest
