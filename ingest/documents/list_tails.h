#pragma once
// Detects from the positions of lines on a page that a list has ended, and that the words below are not part of its
// last point. Punctuation alone does not show this.

#include <cstddef>
#include <string_view>
#include <vector>

namespace treatygraph::ingest {

/// The byte offsets, in order, of the lines that follow the last point of a list. There are two signs. If lists are
/// indented, such a line starts to the left of the point's mark. If lines are as wide as the page, the line above ends
/// early. `text` has a form feed after each page and a vertical tab after each column.
[[nodiscard]] std::vector<std::size_t> lines_after_lists(std::string_view text);

}  // namespace treatygraph::ingest
