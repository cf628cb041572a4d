#pragma once
// What was typed as a citation, taken apart.

#include <string>
#include <string_view>
#include <vector>

namespace treatygraph::queries {

struct CitationToken {
  enum class Kind { Word, Number, Sign };
  Kind kind = Kind::Word;
  std::string text;          ///< lower case, without accents; "§", "-", ",", "/" or "&"
  bool in_brackets = false;  ///< right behind an opening one
  bool is_joined = false;    ///< to what stands before it, without a space
};

/// "8bis" stays one, "15a" becomes two, a slug ("uncc@2023-11", "pta-12") one.
[[nodiscard]] std::vector<CitationToken> citation_tokens(std::string_view typed);

}  // namespace treatygraph::queries
