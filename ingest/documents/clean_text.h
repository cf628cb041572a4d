#pragma once
// Removes page furniture from extracted or copied text.

#include <string>
#include <string_view>
#include <vector>

#include "ingest/structure/leftover.h"
#include "ingest/text/source_map.h"

namespace treatygraph::ingest {

struct CleanText {
  std::string text;
  SourceMap map;
};

/// Whether lines break at the page width, or where the file's markup says so.
enum class Lines { OfPages, OfMarks };

/// `raw` must be UTF-8, with a form feed after each page and a vertical tab after each column. Removes page footers of
/// United Nations documents, lines at the head or foot of pages that repeat or count the pages, and tables of contents.
/// Ligatures become letters; special spaces and line ends become plain ones. Words split between lines are joined, and
/// an empty line is inserted after a list if the lines of the page show where it ends. The map records the pages.
/// `left_out`, if given, receives the removed words in order, without line ends.
[[nodiscard]] CleanText clean_text(std::string_view raw, Lines lines = Lines::OfPages,
                                   std::vector<Leftover>* left_out = nullptr);

}  // namespace treatygraph::ingest
