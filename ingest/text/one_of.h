#pragma once
// Membership in a short list of words.

#include <algorithm>
#include <string_view>

namespace treatygraph::ingest {

/// Whether the list contains exactly this word; case and accents count. Linear in the list.
template <typename Words>
[[nodiscard]] bool is_one_of(std::string_view word, const Words& words) {
  return std::ranges::find(words, word) != words.end();
}

}  // namespace treatygraph::ingest
