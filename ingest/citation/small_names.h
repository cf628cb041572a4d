#pragma once
// Instruments that a text names without capitals: "article 39 of the convention".

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/citation/citation_tokens.h"

namespace treatygraph::ingest {

struct SmallName {
  std::size_t end = 0;  ///< one past its last token; 0 where there is none
  std::string noun;     ///< with a capital: "Convention"
  bool is_noun_alone = false;
};

/// The instrument that `tokens` name from `first` on, after its article: "convention", "framework convention on
/// Lakes", "law". Names with capitals are none of these.
[[nodiscard]] SmallName small_name_at(const std::vector<Token>& tokens, std::size_t first);

}  // namespace treatygraph::ingest
