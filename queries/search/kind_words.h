#pragma once
// The words that name a kind of provision before its number, in six languages: "article", "Absatz", "inciso".

#include <string_view>

#include "graph/eid.h"

namespace treatygraph::queries {

struct KindWord {
  ProvisionKind kind;
  bool is_plural = false;
};

/// Nothing if the word names none. Words are without accents and in lower case.
[[nodiscard]] const KindWord* kind_word(std::string_view word);

}  // namespace treatygraph::queries
