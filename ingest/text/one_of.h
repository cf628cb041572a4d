#pragma once
// Whether a word is in a short list.

#include <algorithm>
#include <string_view>

namespace treatygraph::ingest {

template <typename Words>
[[nodiscard]] bool is_one_of(std::string_view word, const Words& words) {
  return std::ranges::find(words, word) != words.end();
}

}  // namespace treatygraph::ingest
