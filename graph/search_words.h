#pragma once
// Splits texts and search queries into words.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace treatygraph {

/// A word, a prefix ("surveil*"), or a quoted phrase.
struct SearchTerm {
  std::string text;
  bool is_prefix = false;
  bool operator==(const SearchTerm&) const = default;
};

/// At most 32 terms, in order; nothing in `typed` is an error.
[[nodiscard]] std::vector<SearchTerm> search_terms(std::string_view typed);

/// A word as in the full-text index (lower case, without accents), and its position in the text.
struct PlacedWord {
  std::string word;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Words consist of letters and digits; invalid UTF-8 separates them.
[[nodiscard]] std::vector<PlacedWord> placed_words_of(std::string_view text);
[[nodiscard]] std::vector<std::string> words_of(std::string_view text);

}  // namespace treatygraph
