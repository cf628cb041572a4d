#pragma once
// Instruments that a text names without capitals: "article 39 of the convention".

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/citation/citation_tokens.h"

namespace treatygraph::ingest {

/// A name with a noun in lower case.
struct SmallName {
  std::size_t end = 0;  ///< one past its last token; 0 if there is no name
  std::string noun;     ///< with a capital: "Convention"
  bool is_noun_alone = false;
};

/// The instrument that `tokens` name from `first` on, after its article: "convention", "framework convention on Lakes",
/// "law". Names whose noun is capitalised are not found here.
[[nodiscard]] SmallName small_name_at(const std::vector<Token>& tokens, std::size_t first);

}  // namespace treatygraph::ingest
