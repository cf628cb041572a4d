#pragma once
// Splits texts and search queries into words, in the same way as the full-text index of treaties.db (FTS5's tokenizer
// unicode61 with remove_diacritics 2).

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace treatygraph {

/// One thing to search for: a word, a prefix ("surveil*"), or a quoted phrase.
struct SearchTerm {
  std::string text;
  bool is_prefix = false;
  bool operator==(const SearchTerm&) const = default;
};

/// The terms of what a person typed, in order, at most 32. Nothing is an error: a missing closing quote ends at the
/// end, and terms without a letter or digit are ignored.
[[nodiscard]] std::vector<SearchTerm> search_terms(std::string_view typed);

/// A word as in the full-text index (lower case, without accents), and its position in the text.
struct PlacedWord {
  std::string word;
  std::size_t begin = 0;  ///< byte offset
  std::size_t end = 0;    ///< byte offset after its last byte
};

/// The words of a text, which consist of letters and digits; invalid UTF-8 separates them. Linear in the text.
[[nodiscard]] std::vector<PlacedWord> placed_words_of(std::string_view text);
/// The same words without their positions.
[[nodiscard]] std::vector<std::string> words_of(std::string_view text);

}  // namespace treatygraph
