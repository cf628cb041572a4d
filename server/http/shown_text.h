#pragma once
// Makes foreign text safe to show to people: short enough to read, and without characters that a terminal or editor
// would display as something else.

#include <cstddef>
#include <string>
#include <string_view>

namespace treatygraph::server {

/// At most `bytes` bytes of the text, cut between characters. Views `text`.
[[nodiscard]] std::string_view beginning_of(std::string_view text, std::size_t bytes);

/// At most about `bytes` bytes of the text. Longer text is cut to its beginning, "..." and its length in bytes.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t bytes);

/// Escapes, as \u202e and the like, characters that are invisible, start a line, or reverse the order of others:
/// control and format characters, line and paragraph separators. Invalid UTF-8 becomes U+FFFD.
[[nodiscard]] std::string made_visible(std::string_view text);

}  // namespace treatygraph::server
