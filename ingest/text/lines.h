#pragma once
// Lines and blocks of a text.

#include <cstddef>
#include <string>
#include <string_view>

#include "graph/ascii.h"

namespace treatygraph::ingest {

/// Bytes [first, last) of a text, without the line end.
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

/// The line that holds the byte at `at`.
[[nodiscard]] LineRange line_around(std::string_view text, std::size_t at);
/// How long a line is that the page breaks: four in five lines of more than a few words are no longer.
[[nodiscard]] std::size_t full_line_of(std::string_view text);
/// From the first byte at or after `at` that is no white space to the next empty line, or to `end`.
[[nodiscard]] LineRange block_at(std::string_view text, std::size_t at, std::size_t end);

/// With single spaces for all white space, and none at the ends.
[[nodiscard]] std::string fold(std::string_view text);
/// ASCII letters alone.
/// Whether a sentence or a heading may begin with it: a capital, a quotation mark or bracket, a letter beyond ASCII.
[[nodiscard]] bool begins_sentence(char c);
/// Whether it has letters, and no lower-case ASCII letter among them.
[[nodiscard]] bool is_all_upper(std::string_view text);

}  // namespace treatygraph::ingest
