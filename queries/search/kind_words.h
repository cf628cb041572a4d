#pragma once
// The words that name a kind of provision before its number, in the languages of treaties and their readers: "article",
// "Absatz", "inciso".

#include <string_view>

#include "graph/eid.h"

namespace treatygraph::queries {

/// The meaning of such a word.
struct KindWord {
  ProvisionKind kind;
  bool is_plural = false;
};

/// The meaning of a word in lower case without accents; null if it does not name a kind.
[[nodiscard]] const KindWord* kind_word(std::string_view word);

}  // namespace treatygraph::queries
