#pragma once
// Some words of a node around what was found in them.

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace treatygraph::queries {

struct Snippet {
  std::string text;
  /// What was found: bytes of `text`, each [begin, end), in order and apart.
  std::vector<std::pair<std::size_t, std::size_t>> marks;

  [[nodiscard]] bool empty() const { return text.empty(); }
  /// The text with `before` and `after` around each mark.
  [[nodiscard]] std::string marked(std::string_view before, std::string_view after) const {
    std::string all;
    std::size_t done = 0;
    for (const auto& [begin, end] : marks) {
      all.append(text, done, begin - done).append(before).append(text, begin, end - begin).append(after);
      done = end;
    }
    return all.append(text, done);
  }
};

}  // namespace treatygraph::queries
