#pragma once
// Lines and blocks of a text. A block is a paragraph of the layout: the lines between two empty lines.

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

/// Calls `each` with every line in order, the empty ones included. A line end at the end of the text does not start
/// another line.
template <typename Each>
void for_each_line(std::string_view text, Each each) {
  for (std::size_t at = 0; at < text.size();) {
    const auto end = text.find('\n', at);
    const auto last = end == std::string_view::npos ? text.size() : end;
    each(LineRange{at, last});
    at = last + 1;
  }
}

/// The line that contains the byte at `at`. If that byte is a line end, the line before it.
[[nodiscard]] LineRange line_around(std::string_view text, std::size_t at);
/// The width, in bytes, of the lines of a text that was broken into lines for a page: four in five of the lines with
/// more than a few words are not longer. 0 if there are no such lines, or if they are longer than any page, so that
/// each line is a paragraph. Linear in the text.
[[nodiscard]] std::size_t full_line_of(std::string_view text);
/// The block from the first non-blank byte at or after `at` to the next empty line, or to `end`.
[[nodiscard]] LineRange block_at(std::string_view text, std::size_t at, std::size_t end);

/// The text without white space at its ends, and with one space for each run of white space inside.
[[nodiscard]] std::string fold(std::string_view text);
/// Whether it ends with a full stop, a semicolon, a colon or a comma.
[[nodiscard]] constexpr bool ends_with_stop(std::string_view text) {
  return !text.empty() && std::string_view(".;:,").find(text.back()) != std::string_view::npos;
}
/// Whether a sentence or a title can begin with this byte: an ASCII capital, a quotation mark, a bracket, or the first
/// byte of any character beyond ASCII, such as "É" or “.
[[nodiscard]] bool begins_sentence(char c);

}  // namespace treatygraph::ingest
