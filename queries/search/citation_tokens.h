#pragma once
// Splits a typed citation into tokens, the input of the parser in read_citation.h.

#include <string>
#include <string_view>
#include <vector>

namespace treatygraph::queries {

/// A word, a number or a sign.
struct CitationToken {
  enum class Kind { Word, Number, Sign };
  Kind kind = Kind::Word;
  std::string text;          ///< lower case, without accents; "§", "-", ",", "/" or "&"
  bool in_brackets = false;  ///< directly after an opening bracket
  bool is_joined = false;    ///< attached to the token before it, without a space
};

/// The tokens of the first 256 bytes of `typed`. "8bis" stays one token, "15a" becomes two, a slug ("uncc@2023-11",
/// "pta-12") is one. Brackets are no tokens; they set `in_brackets` of the token that follows.
[[nodiscard]] std::vector<CitationToken> citation_tokens(std::string_view typed);

}  // namespace treatygraph::queries
