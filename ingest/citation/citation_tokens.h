#pragma once
// A stretch of text as the words, numbers and marks that citations are made of.

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/citation/lexicon.h"

namespace treatygraph::ingest {

/// Small, and without a copy of its word: a text has one for each few bytes.
struct Token {
  enum class Kind { Word, Number, Mark, Comma, Stop, Dash, Other };
  Kind kind = Kind::Other;
  std::string_view text;  ///< of a Mark without its brackets: "a" of "(a)"
  std::size_t start = 0;  ///< bytes of the whole text
  std::size_t end = 0;
  const KnownWord* known = nullptr;  ///< what the language knows of a Word

  /// Whether it is a word that alone says so.
  [[nodiscard]] bool says(Say say) const { return known != nullptr && (known->says & bit_of(say)) != 0; }
  /// Whether it is a word that, in lower case, is `word`.
  [[nodiscard]] bool is(std::string_view word) const {
    return kind == Kind::Word &&
           std::ranges::equal(text, word, [](char c, char lower) { return lower_of(c) == lower; });
  }
  /// Of a Word, with its ASCII letters in lower case; else empty.
  [[nodiscard]] std::string lower() const {
    std::string word(kind == Kind::Word ? text : std::string_view());
    std::ranges::transform(word, word.begin(), lower_of);
    return word;
  }
  [[nodiscard]] bool is_capitalised() const { return kind == Kind::Word && text.front() >= 'A' && text.front() <= 'Z'; }

  static char lower_of(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
};

/// Of text[first, last). "8bis", "1.a", "3.12", "3-02", "17A" and "A1.1" are one Number each, "cross-border" one Word,
/// "(ii)" and "b)" a Mark.
[[nodiscard]] std::vector<Token> citation_tokens(std::string_view text, std::size_t first, std::size_t last,
                                                 const Words& words = english_words());

/// Makes one Number of "1 2", single digits with one space between, where that is at most `highest`.
void join_split_numbers(std::string_view text, int highest, std::vector<Token>& tokens);

}  // namespace treatygraph::ingest
