// Keys occur in URLs, CSV files and command lines, so their characters are those that need no quoting in any of these.

#include "graph/key.h"

#include <algorithm>

#include <fmt/format.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "graph/ascii.h"

namespace treatygraph {
namespace {

/// ASCII only: is_letter_or_digit() does not depend on the locale.
bool is_key_character(char c) {
  return is_letter_or_digit(c) || c == '-' || c == '_' || c == '.' || c == '@';
}

/// Compatibility decomposition (NFKD, Unicode Standard Annex 15), after which accents are characters of their own,
/// after their letters, and can be dropped.
icu::UnicodeString decomposed(std::string_view words) {
  auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(words.data(), static_cast<int32_t>(words.size())));
  UErrorCode status = U_ZERO_ERROR;
  const auto* normalizer = icu::Normalizer2::getNFKDInstance(status);
  if (U_FAILURE(status)) return text;
  auto result = normalizer->normalize(text, status);
  return U_FAILURE(status) ? text : result;
}

}  // namespace

Result<Key> Key::parse(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon + 1 == text.size()) {
    return fail(ErrorCode::InvalidArgument,
                fmt::format("\"{}\" is not a key: a key is namespace:local, as in uncc:art_24 or state:VNM", text));
  }
  Key key{std::string(text.substr(0, colon)), std::string(text.substr(colon + 1))};
  for (const auto* part : {&key.name_space, &key.local}) {
    const auto wrong = std::ranges::find_if_not(*part, is_key_character);
    if (wrong == part->end()) continue;
    return fail(
        ErrorCode::InvalidArgument,
        fmt::format(
            "\"{}\" is not a key: '{}' cannot occur in it, only letters, digits, '-', '_', '.', '@' and one ':'", text,
            *wrong));
  }
  return key;
}

std::string treaty_key(std::string_view slug) {
  return fmt::format("treaty:{}", slug);
}

/// Runs of other characters become one '-', and none at the ends.
std::string slug_of(std::string_view words) {
  const auto text = decomposed(words);
  std::string slug;
  bool at_break = false;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const auto c = text.char32At(i);
    const auto type = u_charType(c);
    // An apostrophe does not separate words: "Women's Rights" is "womens-rights".
    if (type == U_NON_SPACING_MARK || c == U'\'' || c == U'\u2019') continue;
    if (c < 128 && is_letter_or_digit(static_cast<char>(c))) {
      if (at_break && !slug.empty()) slug += '-';
      at_break = false;
      slug += lower(static_cast<char>(c));
    } else {
      at_break = true;
    }
  }
  return slug;
}

}  // namespace treatygraph
