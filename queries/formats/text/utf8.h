#pragma once
// UTF-8 (RFC 3629): where characters begin and end, and how many there are.

#include <cstddef>
#include <string>
#include <string_view>

namespace treatygraph::queries::formats {

/// U+FFFD, which replaces bytes that are not UTF-8.
inline constexpr std::string_view kReplacementCharacter = "\xEF\xBF\xBD";

/// The length in bytes of the character at the start of `text`; 0 if it is not valid.
[[nodiscard]] std::size_t utf8_length(std::string_view text);

/// The number of leading ASCII bytes that need no escaping in any format: no control character, quote or backslash.
/// Most text qualifies, so eight bytes are tested at a time.
[[nodiscard]] std::size_t plain_length(std::string_view text);

/// The number of characters, which is about the display width on a terminal. Wide and combining characters count as
/// one.
[[nodiscard]] std::size_t count_characters(std::string_view text);
/// Counts UTF-16 code units while it advances through a text. JavaScript, Java and C# count the length of a string in
/// them, so offsets for pages are given in them too.
class Utf16Units {
 public:
  explicit Utf16Units(std::string_view text) : text_(text) {}

  /// The code units before byte `at`, which must not be less than in the call before. Linear in the bytes advanced.
  [[nodiscard]] std::size_t before(std::size_t at);

 private:
  void step();

  std::string_view text_;
  std::size_t byte_ = 0;
  std::size_t units_ = 0;
};
/// The first `count` characters, or all of them. A view of `text`.
[[nodiscard]] std::string_view first_characters(std::string_view text, std::size_t count);

}  // namespace treatygraph::queries::formats
