#pragma once
// Ranges of a text as RE2 takes them, and back.

#include <string_view>

#include "ingest/structure/own_text.h"
#include "ingest/text/pattern_piece.h"

namespace treatygraph::ingest {

[[nodiscard]] inline re2::StringPiece piece(std::string_view text, WordsRange words) {
  return piece(text.substr(words.first, words.last - words.first));
}

/// Where `found`, a part of `text`, is in it.
[[nodiscard]] inline WordsRange range_of(std::string_view text, const re2::StringPiece& found) {
  const auto first = offset_in(text, found);
  return {first, first + found.size()};
}

}  // namespace treatygraph::ingest
