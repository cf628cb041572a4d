#pragma once
// Cleans extracted or copied text of page furniture.

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

/// Whether lines end at the page width, or where the file's markup says so.
enum class Lines { OfPages, OfMarks };

/// `raw` must be UTF-8; its pages end with form feeds, columns with vertical tabs. Left out: page footers of United
/// Nations documents, what is repeated or counts the pages at the head or foot of pages (after form feeds), tables of
/// contents. Ligatures become letters, special spaces and line ends plain ones; a word that was broken at the end of a
/// line is joined, and an empty line parts a list from the words behind it, where the lines of a page tell. The map
/// knows the pages. `left_out`, where it is given, gets the words that were left out, in order, without their lines.
[[nodiscard]] CleanText clean_text(std::string_view raw, Lines lines = Lines::OfPages,
                                   std::vector<Leftover>* left_out = nullptr);

}  // namespace treatygraph::ingest
