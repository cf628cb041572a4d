#pragma once
// A piece of text as the words, numbers and marks that citations consist of.

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/citation/lexicon.h"

namespace treatygraph::ingest {

/// Small, without a copy of its word, because a text has one token for every few bytes.
struct Token {
  enum class Kind { Word, Number, Mark, Comma, Stop, Dash, Other };
  Kind kind = Kind::Other;
  std::string_view text;  ///< for a Mark without its brackets: "a" of "(a)"
  std::size_t start = 0;  ///< bytes of the whole text
  std::size_t end = 0;
  const KnownWord* known = nullptr;  ///< the lexicon's entry of a Word

  /// Whether it is a single word with that meaning.
  [[nodiscard]] bool says(Say say) const { return known != nullptr && (known->says & bit_of(say)) != 0; }
  /// Whether it is a word that, in lower case, is `word`.
  [[nodiscard]] bool is(std::string_view word) const {
    return kind == Kind::Word &&
           std::ranges::equal(text, word, [](char c, char lower) { return lower_of(c) == lower; });
  }
  /// For a Word: its text in ASCII lower case; otherwise empty.
  [[nodiscard]] std::string lower() const {
    std::string word(kind == Kind::Word ? text : std::string_view());
    std::ranges::transform(word, word.begin(), lower_of);
    return word;
  }
  [[nodiscard]] bool is_capitalised() const { return kind == Kind::Word && text.front() >= 'A' && text.front() <= 'Z'; }

  static char lower_of(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
};

/// The tokens of text[first, last). "8bis", "1.a", "3.12", "3-02", "17A" and "A1.1" are one Number each, "cross-border"
/// one Word, "(ii)" and "b)" a Mark.
[[nodiscard]] std::vector<Token> citation_tokens(std::string_view text, std::size_t first, std::size_t last,
                                                 const Words& words = english_words());

/// Joins "1 2", single digits separated by one space, into one Number if it is at most `highest`.
void join_split_numbers(std::string_view text, int highest, std::vector<Token>& tokens);

}  // namespace treatygraph::ingest
