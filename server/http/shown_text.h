#pragma once
// Texts from outside, as they may be shown to people: not longer than a person reads, and nothing in them that a
// terminal or an editor shows as something else.

#include <cstddef>
#include <string>
#include <string_view>

namespace treatygraph::server {

/// At most `bytes` of it, cut between characters.
[[nodiscard]] std::string_view beginning_of(std::string_view text, std::size_t bytes);

/// At most about `bytes` of it; where there is more, its beginning with "..." and how much there is.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t bytes);

/// With \u202e and the like in place of characters that cannot be seen, begin a line, or turn the order of others:
/// control and format characters, the separators of lines and paragraphs. What is not UTF-8 is U+FFFD.
[[nodiscard]] std::string made_visible(std::string_view text);

}  // namespace treatygraph::server
