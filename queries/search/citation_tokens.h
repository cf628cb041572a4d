#pragma once
// Tokens of a typed citation.

#include <string>
#include <string_view>
#include <vector>

namespace treatygraph::queries {

struct CitationToken {
  enum class Kind { Word, Number, Sign };
  Kind kind = Kind::Word;
  std::string text;          ///< lower case, without accents; "§", "-", ",", "/" or "&"
  bool in_brackets = false;  ///< directly after an opening bracket
  bool is_joined = false;    ///< attached to the token before it, without a space
};

/// "8bis" stays one token, "15a" becomes two, a slug ("uncc@2023-11", "pta-12") is one.
[[nodiscard]] std::vector<CitationToken> citation_tokens(std::string_view typed);

}  // namespace treatygraph::queries
