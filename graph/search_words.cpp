// Splits texts as FTS5's tokenizer unicode61 does with remove_diacritics 2 (sqlite.org/fts5.html, "Unicode61
// Tokenizer"): words are letters and digits, in lower case, with accents removed by canonical decomposition (NFD).
// ASCII takes a short path; ICU is asked only for other characters. Positions are byte offsets,
// so that the words that were found can be marked in the text.

#include "graph/search_words.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include "graph/ascii.h"

namespace treatygraph {
namespace {

constexpr std::size_t kMaxTerms = 32;  // bounds the work of one search

/// Whether it has a letter or digit, or any character that is not ASCII.
bool is_searchable(std::string_view text) {
  return std::ranges::any_of(
      text, [](char c) { return is_letter_or_digit(c) || (static_cast<unsigned char>(c) & 0x80U) != 0; });
}

/// "surveil*" is a prefix; a star alone is not.
SearchTerm term_of(std::string_view word) {
  const bool is_prefix = word.size() > 1 && word.back() == '*';
  return {std::string(is_prefix ? word.substr(0, word.size() - 1) : word), is_prefix};
}

constexpr char32_t kNoCharacter = 0xFFFFFFFF;

/// The length in bytes of a UTF-8 character with this first byte; 0 if no character begins with it.
std::size_t length_of(unsigned char first) {
  if (first < 0x80U) return 1;
  if (first >= 0xC2U && first < 0xE0U) return 2;
  if (first >= 0xE0U && first < 0xF0U) return 3;
  return first >= 0xF0U && first < 0xF5U ? 4 : 0;
}

/// Reads the character at `at` and moves `at` past it; kNoCharacter if the bytes are not UTF-8.
char32_t next_character(std::string_view text, std::size_t& at) {
  const auto first = static_cast<unsigned char>(text[at]);
  const auto length = length_of(first);
  if (length <= 1 || at + length > text.size()) return ++at, length == 1 ? char32_t{first} : kNoCharacter;
  auto value = static_cast<char32_t>(first & (0xFFU >> (length + 1)));
  for (std::size_t i = 1; i < length; ++i) {
    const auto byte = static_cast<unsigned char>(text[at + i]);
    if ((byte & 0xC0U) != 0x80U) return ++at, kNoCharacter;
    value = (value << 6U) | (byte & 0x3FU);
  }
  at += length;
  return value;
}

void append_utf8(std::string& out, char32_t letter) {
  const auto add = [&](char32_t byte) { out += static_cast<char>(byte); };
  if (letter < 0x80U) return add(letter);
  if (letter < 0x800U) {
    add(0xC0U | (letter >> 6U));
  } else if (letter < 0x10000U) {
    add(0xE0U | (letter >> 12U));
    add(0x80U | ((letter >> 6U) & 0x3FU));
  } else {
    add(0xF0U | (letter >> 18U));
    add(0x80U | ((letter >> 12U) & 0x3FU));
    add(0x80U | ((letter >> 6U) & 0x3FU));
  }
  add(0x80U | (letter & 0x3FU));
}

/// The letter without its accents: the first character of its decomposition.
UChar32 without_accents(UChar32 letter) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* const nfd = unorm2_getNFDInstance(&status);
  std::array<UChar, 16> parts{};
  const auto length =
      unorm2_getDecomposition(nfd, letter, parts.data(), static_cast<std::int32_t>(parts.size()), &status);
  const bool is_of_one_unit = length > 0 && (parts[0] < 0xD800U || parts[0] > 0xDFFFU);
  return U_SUCCESS(status) != 0 && is_of_one_unit ? UChar32{parts[0]} : letter;
}

/// Appends a character that is not ASCII, as the index has it. False if it is not part of a word.
bool append_folded(std::string& word, char32_t character) {
  const auto letter = static_cast<UChar32>(character);
  if (character == kNoCharacter) return false;
  if (u_charType(letter) == U_NON_SPACING_MARK) return !word.empty();  // an accent of the letter before
  if (u_isalnum(letter) == 0) return false;
  append_utf8(word, static_cast<char32_t>(u_tolower(without_accents(u_tolower(letter)))));
  return true;
}

/// Appends any character, as the index has it. False if it is not part of a word.
bool append_letter(std::string& word, char32_t character) {
  if (character >= 0x80U) return append_folded(word, character);
  const auto letter = static_cast<char>(character);
  if (!is_letter_or_digit(letter)) return false;
  word += lower(letter);
  return true;
}

}  // namespace

/// A character either extends the present word or ends it.
std::vector<PlacedWord> placed_words_of(std::string_view text) {
  std::vector<PlacedWord> words;
  PlacedWord word;
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = at;
    if (append_letter(word.word, next_character(text, at))) {
      if (word.end == 0) word.begin = begin;
      word.end = at;
    } else if (word.end != 0) {
      words.push_back(std::move(word));
      word = {};
    }
  }
  if (word.end != 0) words.push_back(std::move(word));
  return words;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (auto& placed : placed_words_of(text)) words.push_back(std::move(placed.word));
  return words;
}

std::vector<SearchTerm> search_terms(std::string_view typed) {
  std::vector<SearchTerm> terms;
  std::size_t at = 0;
  while (at < typed.size() && terms.size() < kMaxTerms) {
    if (is_space(typed[at])) {
      ++at;
      continue;
    }
    const bool is_quoted = typed[at] == '"';
    const auto begin = is_quoted ? at + 1 : at;
    const auto end =
        std::min(typed.size(), is_quoted ? typed.find('"', begin) : typed.find_first_of(" \t\r\n\"", begin));
    const auto text = typed.substr(begin, end - begin);
    if (is_searchable(text)) terms.push_back(is_quoted ? SearchTerm{std::string(text), false} : term_of(text));
    at = is_quoted ? end + 1 : end;
  }
  return terms;
}

}  // namespace treatygraph
