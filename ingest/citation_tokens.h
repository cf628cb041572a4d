#pragma once
// A stretch of text as the words, numbers and marks that citations are made of.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace treatygraph::ingest {

struct Token {
  enum class Kind { Word, Number, Mark, Comma, Stop, Dash, Other };
  Kind kind = Kind::Other;
  std::string_view text;  ///< of a Mark without its brackets: "a" of "(a)"
  std::string lower;      ///< of a Word
  std::size_t start = 0;  ///< bytes of the whole text
  std::size_t end = 0;

  [[nodiscard]] bool is(std::string_view word) const { return kind == Kind::Word && lower == word; }
  [[nodiscard]] bool is_capitalised() const { return kind == Kind::Word && text.front() >= 'A' && text.front() <= 'Z'; }
};

/// Of text[first, last). "8bis", "1.a", "3.12", "3-02" and "17A" are one Number each, "cross-border" one Word, "(ii)"
/// and "b)" a Mark.
[[nodiscard]] std::vector<Token> citation_tokens(std::string_view text, std::size_t first, std::size_t last);

}  // namespace treatygraph::ingest
