#pragma once
// Lines and blocks of a text.

#include <cstddef>
#include <string>
#include <string_view>

#include "graph/ascii.h"

namespace treatygraph::ingest {

/// A line as bytes [first, last) of a text, without the line end.
struct LineRange {
  std::size_t first = 0;
  std::size_t last = 0;
  [[nodiscard]] std::size_t size() const { return last - first; }
};

template <typename Each>
void for_each_line(std::string_view text, Each each) {
  for (std::size_t at = 0; at < text.size();) {
    const auto end = text.find('\n', at);
    const auto last = end == std::string_view::npos ? text.size() : end;
    each(LineRange{at, last});
    at = last + 1;
  }
}

/// The line that contains the byte at `at`.
[[nodiscard]] LineRange line_around(std::string_view text, std::size_t at);
/// The width of page-broken lines: four in five lines of more than a few words are not longer.
[[nodiscard]] std::size_t full_line_of(std::string_view text);
/// The block from the first non-blank byte at or after `at` to the next empty line, or to `end`.
[[nodiscard]] LineRange block_at(std::string_view text, std::size_t at, std::size_t end);

/// The text with white space collapsed to single spaces and trimmed.
[[nodiscard]] std::string fold(std::string_view text);
/// Whether it ends with a full stop, a semicolon, a colon or a comma.
[[nodiscard]] constexpr bool ends_with_stop(std::string_view text) {
  return !text.empty() && std::string_view(".;:,").find(text.back()) != std::string_view::npos;
}
/// ASCII letters only.
[[nodiscard]] bool begins_sentence(char c);

}  // namespace treatygraph::ingest
