#pragma once
// Removes page furniture (running heads, page numbers, footnotes, tables of contents) from extracted or copied text,
// and normalizes its characters.

#include <string>
#include <string_view>
#include <vector>

#include "ingest/structure/leftover.h"
#include "ingest/text/source_map.h"

namespace treatygraph::ingest {

/// A cleaned text, and its map to the raw text.
struct CleanText {
  std::string text;
  SourceMap map;
};

/// Whether lines break at the page width (text files, PDF) or where the markup of the file says so (formats written out
/// by ingest/formats).
enum class Lines { OfPages, OfMarks };

/// Cleans `raw`, which must be UTF-8, with a form feed after each page and a vertical tab after each column.
/// - Removed: page footers of United Nations documents, footnotes below a printed line, tables of contents, and lines
///   at the head or foot of pages that repeat or count the pages.
/// - Replaced: ligatures become letters, special spaces and line ends become plain ones.
/// - Joined: words split between lines or pages. With Lines::OfPages, an empty line is inserted after a list if the
///   lines of the page show where it ends.
/// The map leads from bytes of the result to characters of `raw`, and records the pages. `left_out`, if given, receives
/// the removed words in order, without line numbers.
[[nodiscard]] CleanText clean_text(std::string_view raw, Lines lines = Lines::OfPages,
                                   std::vector<Leftover>* left_out = nullptr);

}  // namespace treatygraph::ingest
