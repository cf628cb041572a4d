#pragma once
// Converts ranges of a text to the type that RE2 takes, and back.

#include <string_view>

#include "ingest/structure/own_text.h"
#include "ingest/text/pattern_piece.h"

namespace treatygraph::ingest {

/// A view of these words; `text` must outlive it.
[[nodiscard]] inline re2::StringPiece piece(std::string_view text, WordsRange words) {
  return piece(text.substr(words.first, words.last - words.first));
}

/// The range of `found`, which is a view into `text`.
[[nodiscard]] inline WordsRange range_of(std::string_view text, const re2::StringPiece& found) {
  const auto first = offset_in(text, found);
  return {first, first + found.size()};
}

}  // namespace treatygraph::ingest
