// Letters of scripts other than Latin are recognized by their Unicode blocks, so no dictionary is needed. Each line is
// divided into pieces: a piece begins with a letter of another script and ends before the next Latin letter. Numbers
// and punctuation occur in both scripts. They belong to the piece if a gap of two spaces, a tab or the edge of
// the line separates them from the Latin words: the "1." of a Chinese paragraph goes with it.

#include "ingest/documents/foreign_script.h"

#include <algorithm>
#include <array>
#include <string>

#include "graph/ascii.h"

namespace treatygraph::ingest {
namespace {

/// A range of Unicode code points.
struct Block {
  char32_t first;
  char32_t last;
};

/// Greek to Georgian, Hangul and Ethiopic, Khmer and Mongolian, Chinese and Japanese with their marks, Arabic
/// presentation forms.
constexpr std::array kScriptBlocks = {
    Block{0x0370, 0x10FF}, Block{0x1100, 0x139F}, Block{0x1780, 0x18AF}, Block{0x2E80, 0x9FFF}, Block{0xA960, 0xA97F},
    Block{0xAC00, 0xD7FF}, Block{0xF900, 0xFAFF}, Block{0xFB50, 0xFDFF}, Block{0xFE70, 0xFEFF}, Block{0xFF00, 0xFFEF}};

bool is_of_other_script(char32_t character) {
  return character >= kScriptBlocks.front().first &&
         std::ranges::any_of(kScriptBlocks, [character](const Block& block) {
           return block.first <= character && character <= block.last;
         });
}

/// Decodes the character at `at` and moves `at` to the next one. The text must be valid UTF-8.
char32_t next_character(std::string_view text, std::size_t& at) {
  const auto first = static_cast<unsigned char>(text[at++]);
  if (first < 0xC0) return first;
  char32_t character = first < 0xE0 ? first & 0x1FU : first < 0xF0 ? first & 0x0FU : first & 0x07U;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) {
    character = (character << 6U) | (static_cast<unsigned char>(text[at++]) & 0x3FU);
  }
  return character;
}

struct Letters {
  std::size_t latin = 0;
  std::size_t other = 0;
};

/// ASCII letters and letters of other scripts. Accented Latin letters count as neither.
Letters count_letters(std::string_view text) {
  Letters letters;
  for (std::size_t at = 0; at < text.size();) {
    const auto character = next_character(text, at);
    if (character < 0x80) {
      letters.latin += is_letter(static_cast<char>(character)) ? 1U : 0U;
    } else {
      letters.other += is_of_other_script(character) ? 1U : 0U;
    }
  }
  return letters;
}

/// Numbers and punctuation, which both scripts have.
bool is_of_both(char c) {
  return is_digit(c) || std::string_view(".,:;()-/ ").find(c) != std::string_view::npos;
}

/// Whether a gap between columns begins here.
bool is_gap(std::string_view line, std::size_t at) {
  return line.substr(at, 2) == "  " || line.substr(at, 1) == "\t";
}

/// Where the piece with its first letter at `first` begins: includes "1. " before it if that follows a gap or begins
/// the line.
std::size_t with_number_before(std::string_view line, std::size_t first) {
  auto at = first;
  while (at > 0 && is_of_both(line[at - 1]) && !(at > 1 && is_gap(line, at - 2))) --at;
  return at == 0 || line[at - 1] == '\t' || line[at - 1] == ' ' ? at : first;
}

/// Where the piece with its last letter before `last` ends: includes ")." and numbers if they extend to a gap or to the
/// end of the line.
std::size_t with_number_after(std::string_view line, std::size_t last) {
  auto at = last;
  while (at < line.size() && is_of_both(line[at]) && !is_gap(line, at)) ++at;
  return at == line.size() || is_gap(line, at) ? at : last;
}

/// The pieces of one line, each up to the next Latin letter.
void add_pieces(std::string_view text, const LineRange& range, std::vector<LineRange>& pieces) {
  const auto line = text.substr(range.first, range.size());
  std::size_t first = std::string_view::npos;
  std::size_t last = 0;
  const auto close = [&] {
    if (first == std::string_view::npos) return;
    pieces.push_back({range.first + with_number_before(line, first), range.first + with_number_after(line, last)});
    first = std::string_view::npos;
  };
  for (std::size_t at = 0; at < line.size();) {
    const auto begin = at;
    const auto character = next_character(line, at);
    if (is_of_other_script(character)) {
      if (first == std::string_view::npos) first = begin;
      last = at;
    } else if (character < 0x80 && is_letter(static_cast<char>(character))) {
      close();
    }
  }
  close();
}

}  // namespace

std::optional<ForeignColumn> foreign_script(std::string_view text) {
  constexpr std::size_t kFewest = 100;       // letters
  constexpr std::size_t kFewestOfText = 20;  // one letter in so many is of the other script
  constexpr std::size_t kFewestOfLatin = 4;  // with fewer Latin letters there is no English half
  const auto letters = count_letters(text);
  const auto all = letters.latin + letters.other;
  if (letters.other < kFewest || letters.other * kFewestOfText < all || letters.latin * kFewestOfLatin < all)
    return std::nullopt;
  ForeignColumn found;
  for_each_line(text, [&](const LineRange& line) { add_pieces(text, line, found.pieces); });
  std::string words;
  for (const auto& piece : found.pieces) words.append(text.substr(piece.first, piece.size())).append("\n");
  const auto language = sure_language(words);
  found.language = language && language->code != "en" ? *language : Language{"", "another script"};
  return found;
}

}  // namespace treatygraph::ingest
