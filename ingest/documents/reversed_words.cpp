// Such texts are recognized so that the error says what is wrong, and not only that no article was found. Headings are
// enough to recognize them: no text has many headings that end with their keyword.

#include "ingest/documents/reversed_words.h"

#include <re2/re2.h>

#include "ingest/structure/headings.h"
#include "ingest/text/lines.h"
#include "ingest/text/pattern_piece.h"

namespace treatygraph::ingest {

bool has_reversed_words(std::string_view text) {
  static const RE2 reversed(R"(.*\S\s+\d{1,3}(?:\.\d{1,3})?\s+(?:Article|ARTICLE|Chapter|CHAPTER|Section|SECTION)\s*)");
  constexpr int kFewest = 5;
  int headings = 0;
  int reversed_headings = 0;
  for_each_line(text, [&](const LineRange& line) {
    const auto words = text.substr(line.first, line.size());
    if (RE2::FullMatch(piece(words), reversed)) ++reversed_headings;
    const auto heading = heading_at(text, line.first, line.last);
    if (heading && is_unit(heading->kind)) ++headings;
  });
  return reversed_headings >= kFewest && reversed_headings > kFewest * headings;
}

}  // namespace treatygraph::ingest
