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
/// Counts UTF-16 code units while it goes on through a text: what JavaScript, Java and C# call the length of a string.
class Utf16Units {
 public:
  explicit Utf16Units(std::string_view text) : text_(text) {}

  /// Before byte `at`, which is not less than that of the call before.
  [[nodiscard]] std::size_t before(std::size_t at);

 private:
  void step();

  std::string_view text_;
  std::size_t byte_ = 0;
  std::size_t units_ = 0;
};
/// The first `count` characters.
[[nodiscard]] std::string_view first_characters(std::string_view text, std::size_t count);

}  // namespace treatygraph::queries::formats
