#include "queries/formats/text/json_text.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include <gmock/gmock.h>

#include "queries/formats/text/utf8.h"
#include "tests/support/random_graph.h"

namespace treatygraph::queries::formats {
namespace {

using testing::Random;

/// Of what is plain, and everything beside it.
std::string random_text(Random& random) {
  constexpr auto kPieces = std::to_array<std::string_view>({"a", "treaty ", "article 6, paragraph 1", "~", " ", "\"",
                                                            "\\", "\n", "\t", "\x1f", "\x7f", "é", "“", "𝔘", "\xc3",
                                                            "\xff", "\xed\xa0\x80", "0123456789abcdef"});
  std::string text;
  for (auto pieces = random.below(12); pieces > 0; --pieces) text += random.one_of(kPieces);
  if (random.chance(10)) text += '\0';
  return text;
}

std::size_t plain_bytes(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() && text[length] >= 0x20 && text[length] < 0x7f && text[length] != '"' &&
         text[length] != '\\')
    ++length;
  return length;
}

std::string escaped(char c) {
  std::array<char, 8> hexadecimal{};
  std::snprintf(hexadecimal.data(), hexadecimal.size(), "\\u%04x", static_cast<unsigned>(c));
  if (c == '"') return "\\\"";
  if (c == '\\') return "\\\\";
  if (c == '\n') return "\\n";
  if (c == '\t') return "\\t";
  return hexadecimal.data();
}

/// A JSON string, character by character.
std::string json_of(std::string_view text) {
  std::string out = "\"";
  while (!text.empty()) {
    const auto length = utf8_length(text);
    const char c = text.front();
    if (length == 0) {
      out += kReplacementCharacter;
    } else if (length == 1 && (static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\')) {
      out += escaped(c);
    } else {
      out += text.substr(0, length);
    }
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return out + '"';
}

TEST(JsonText, escapes_as_one_that_looks_at_each_character) {
  for (std::uint64_t seed = 0; seed < 20'000; ++seed) {
    Random random(seed);
    const auto text = random_text(random);
    ASSERT_EQ(plain_length(text), plain_bytes(text)) << seed;
    std::string out;
    append_json_string(out, text);
    ASSERT_EQ(out, json_of(text)) << seed;
  }
}

TEST(JsonText, looks_at_every_byte_at_every_place) {
  for (int byte = 0; byte < 256; ++byte) {
    for (std::size_t at = 0; at < 20; ++at) {
      std::string text(20, 'x');
      text[at] = static_cast<char>(byte);
      ASSERT_EQ(plain_length(text), plain_bytes(text)) << byte << " " << at;
    }
  }
}

}  // namespace
}  // namespace treatygraph::queries::formats
