#pragma once
// The pages of a text and their lines.

#include <string_view>
#include <vector>

namespace treatygraph::ingest {

struct PrintedLine {
  std::string_view text;  ///< trimmed
  std::size_t first;      ///< in bytes of the raw text
  std::size_t last;       ///< one past its line break
};

using PrintedPage = std::vector<PrintedLine>;

/// Of a text with a form feed after each page; lines that are empty are left out.
[[nodiscard]] std::vector<PrintedPage> pages_of(std::string_view raw);

}  // namespace treatygraph::ingest
