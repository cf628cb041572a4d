#pragma once
// Finds what a page prints in addition to the text: footers, footnotes, tables of contents, running heads, page
// numbers.

#include <string_view>
#include <vector>

#include "ingest/documents/page_lines.h"
#include "ingest/structure/leftover.h"

namespace treatygraph::ingest {

/// A range of bytes to leave out, and its replacement.
struct Cut {
  std::size_t first;
  std::size_t last;
  std::string_view written = " ";
  LeftoverReason reason = LeftoverReason::RunningHead;
};

/// All page furniture, unsorted; cuts may overlap. `raw` is the same text that clean_text() takes.
[[nodiscard]] std::vector<Cut> find_page_furniture(std::string_view raw);

/// Appends the lines at the head or foot of pages that repeat on many pages or count the pages.
void find_running_lines(const std::vector<PrintedPage>& pages, std::vector<Cut>& out);

}  // namespace treatygraph::ingest
