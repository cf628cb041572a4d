#pragma once
// Divides a text into pages and their lines.

#include <string_view>
#include <vector>

namespace treatygraph::ingest {

/// A line of a page that is not empty.
struct PrintedLine {
  std::string_view text;  ///< trimmed
  std::size_t first;      ///< in bytes of the raw text
  std::size_t last;       ///< one past its line break
};

/// The lines of one page, in order.
using PrintedPage = std::vector<PrintedLine>;

/// The pages of a text with a form feed after each page. Empty lines are left out. Lines refer to `raw`, which must
/// outlive them.
[[nodiscard]] std::vector<PrintedPage> pages_of(std::string_view raw);

}  // namespace treatygraph::ingest
