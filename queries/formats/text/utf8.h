#pragma once
// What is and is not UTF-8 (RFC 3629).

#include <cstddef>
#include <string>
#include <string_view>

namespace treatygraph::queries::formats {

inline constexpr std::string_view kReplacementCharacter = "\xEF\xBF\xBD";

/// How many bytes the character at the start of `text` has; 0 where no valid character starts.
[[nodiscard]] std::size_t utf8_length(std::string_view text);

/// How many bytes at the start of `text` are ASCII that every format takes as it is: no control character, quote or
/// backslash. Most of what is read and written is; it is looked at eight bytes at a time.
[[nodiscard]] std::size_t plain_length(std::string_view text);

/// How many characters a terminal shows, as far as bytes tell.
[[nodiscard]] std::size_t count_characters(std::string_view text);
/// The first `count` characters.
[[nodiscard]] std::string_view first_characters(std::string_view text, std::size_t count);

}  // namespace treatygraph::queries::formats
