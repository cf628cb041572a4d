#pragma once
// Texts and what a person types into a search box, taken apart into words.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace treatygraph {

/// A word, the beginning of a word ("surveil*"), or a phrase that stood in double quotes.
struct SearchTerm {
  std::string text;
  bool is_prefix = false;
  bool operator==(const SearchTerm&) const = default;
};

/// At most 32 terms, in order; nothing in `typed` is an error.
[[nodiscard]] std::vector<SearchTerm> search_terms(std::string_view typed);

/// A word as the full-text index spells it (lower case, without accents), and its place in the text.
struct PlacedWord {
  std::string word;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Its letters and digits; bytes that are not UTF-8 part words.
[[nodiscard]] std::vector<PlacedWord> placed_words_of(std::string_view text);
[[nodiscard]] std::vector<std::string> words_of(std::string_view text);

}  // namespace treatygraph
