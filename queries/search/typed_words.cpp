#include "queries/search/typed_words.h"

#include <algorithm>

#include "graph/ascii.h"
#include "graph/search_words.h"
#include "queries/search/stems.h"

namespace treatygraph::queries {
namespace {

/// As many as the ranking can tell apart (kMostSought in ranking.cpp).
constexpr std::size_t kMostWords = 32;

/// "U.S." is one word.
std::string without_points(std::string_view chunk) {
  const bool is_abbreviation = chunk.size() > 3 && chunk[1] == '.' && chunk[3] == '.';
  std::string text(chunk);
  if (is_abbreviation) std::erase(text, '.');
  return text;
}

}  // namespace

bool is_in_capitals(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return is_upper(c) || c == '.'; });
}

bool is_filler_here(const TypedWord& word) {
  return is_filler(word.word) && !(is_in_capitals(word.original) && word.word.size() > 1);
}

/// A quote that is not closed reaches to the end. One chunk between spaces may be several words ("co-operation"); a '*'
/// belongs to the last of them.
std::vector<TypedWord> typed_words(std::string_view typed) {
  std::vector<TypedWord> words;
  for (std::size_t at = 0; at < typed.size() && words.size() < kMostWords;) {
    if (typed[at] == '"') {
      const auto end = std::min(typed.find('"', at + 1), typed.size());
      const auto phrase = typed.substr(at + 1, end - at - 1);
      if (!words_of(phrase).empty()) words.push_back({{}, {}, false, std::string(phrase)});
      at = end + 1;
      continue;
    }
    const auto end = std::min(typed.find_first_of(" \t\r\n\"", at), typed.size());
    const auto chunk = without_points(typed.substr(at, end - at));
    const bool is_prefix = chunk.size() > 1 && chunk.back() == '*';
    const auto placed = placed_words_of(chunk);
    for (std::size_t i = 0; i < placed.size() && words.size() < kMostWords; ++i) {
      words.push_back({placed[i].word,
                       chunk.substr(placed[i].begin, placed[i].end - placed[i].begin),
                       is_prefix && i + 1 == placed.size(),
                       {}});
    }
    at = std::max(end, at + 1);
  }
  return words;
}

std::string joined(const std::vector<TypedWord>& words, std::size_t first, std::size_t count,
                   std::string_view between) {
  std::string text;
  for (std::size_t i = first; i < first + count; ++i) text.append(i == first ? "" : between).append(words[i].word);
  return text;
}

}  // namespace treatygraph::queries
