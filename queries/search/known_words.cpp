// Corrections scan all words. A 64-bit set of letters rejects most candidates before the edit distance is computed:
// each error changes at most two bits of the set. The distance is the optimal string alignment variant of
// Damerau-Levenshtein (Damerau 1964), in three rows, and stops when a whole row exceeds the limit.

#include "queries/search/known_words.h"

#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <tuple>

#include "graph/ascii.h"
#include "graph/derived.h"
#include "graph/search_words.h"
#include "graph/text_store.h"
#include "queries/search/field_index.h"
#include "queries/search/stems.h"
#include "queries/search/thesaurus.h"

namespace treatygraph::queries {
namespace {

/// In bytes; the rows of slips_between() have this size. Longer words are not corrected.
constexpr std::size_t kLongestCorrected = 32;

/// One bit for each letter and digit; all other bytes share a bit.
std::uint64_t letters_of(std::string_view word) {
  std::uint64_t letters = 0;
  for (const char c : word) {
    if (is_lower(c)) {
      letters |= std::uint64_t{1} << static_cast<unsigned>(c - 'a');
    } else if (is_digit(c)) {
      letters |= std::uint64_t{1} << static_cast<unsigned>(26 + c - '0');
    } else {
      letters |= std::uint64_t{1} << 40U;
    }
  }
  return letters;
}

/// The number of errors allowed for a word of this length.
std::size_t slips_in(std::size_t length) {
  if (length < 3) return 0;
  return length < 8 ? 1 : 2;
}

/// A word of three letters is similar to too many others. It is corrected only if two letters changed places or one is
/// missing.
bool is_near_enough(std::string_view typed, std::string_view word) {
  if (typed.size() > 3) return true;
  if (word.size() != typed.size()) return word.size() == typed.size() + 1;
  std::string one(typed);
  std::string other(word);
  std::ranges::sort(one);
  std::ranges::sort(other);
  return one == other;
}

/// A candidate. Corrections with the same first letter are better, since people rarely mistype it.
struct Near {
  std::size_t slips = 0;
  bool other_beginning = false;
  std::size_t nodes = 0;
  std::string_view word;
  [[nodiscard]] auto rank() const { return std::tuple(slips, other_beginning, ~nodes, word); }
};

}  // namespace

/// Row i has the distances between the first i letters of `one` and every beginning of `other`; two earlier rows are
/// needed for swapped letters.
std::size_t slips_between(std::string_view one, std::string_view other, std::size_t most) {
  if (one.size() > kLongestCorrected || other.size() > kLongestCorrected) return most + 1;
  if (std::max(one.size(), other.size()) - std::min(one.size(), other.size()) > most) return most + 1;
  std::array<std::array<std::size_t, kLongestCorrected + 1>, 3> rows{};
  for (std::size_t j = 0; j <= other.size(); ++j) rows[0][j] = j;
  for (std::size_t i = 1; i <= one.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i + 2) % 3];
    const auto& two_above = rows[(i + 1) % 3];
    row[0] = i;
    auto least = row[0];
    for (std::size_t j = 1; j <= other.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (one[i - 1] == other[j - 1] ? 0U : 1U)});
      const bool is_swapped = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
      if (is_swapped) row[j] = std::min(row[j], two_above[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    // If a whole row exceeds the limit, the later ones do, too.
    if (least > most) return most + 1;
  }
  return std::min(rows[one.size() % 3][other.size()], most + 1);
}

const KnownWords& KnownWords::of(const Graph& graph) {
  return graph.derived().get<KnownWords>([&] { return KnownWords(graph); });
}

KnownWords::KnownWords(const Graph& graph) {
  // How often a word is in names, and in how many texts.
  struct Counts {
    std::size_t in_names = 0;
    std::size_t in_texts = 0;
  };
  std::map<std::string, Counts, std::less<>> counts;
  for (const auto& [word, texts] : FieldIndex::of(graph).words()) counts[word].in_names = texts;
  // If the file cannot be read, the search that follows reports it.
  for (const auto& [word, nodes] : graph.texts().words().value_or(std::vector<WordCount>())) {
    counts[word].in_texts += nodes;
  }
  words_.reserve(counts.size());
  for (const auto& [word, count] : counts) add(word, count.in_names, count.in_texts);
}

void KnownWords::add(std::string_view word, std::size_t in_names, std::size_t in_texts) {
  by_stem_[stem_of(word)].push_back(static_cast<std::uint32_t>(words_.size()));
  words_.push_back({std::string(word), static_cast<std::uint32_t>(in_names + in_texts),
                    static_cast<std::uint32_t>(in_texts), letters_of(word)});
}

const KnownWords::Word* KnownWords::find(std::string_view word) const {
  const auto at = std::ranges::lower_bound(words_, word, {}, [](const Word& w) { return std::string_view(w.word); });
  return at != words_.end() && at->word == word ? &*at : nullptr;
}

const std::vector<std::uint32_t>& KnownWords::of_stem(const std::string& stem) const {
  static const std::vector<std::uint32_t> kNone;
  const auto found = by_stem_.find(stem);
  return found == by_stem_.end() ? kNone : found->second;
}

std::size_t KnownWords::nodes_of_stem(const std::string& stem) const {
  std::size_t nodes = 0;
  for (const auto place : of_stem(stem)) nodes += words_[place].nodes;
  return nodes;
}

/// The words are sorted, so those with the prefix are adjacent.
std::vector<std::uint32_t> KnownWords::beginning(std::string_view prefix, std::size_t most) const {
  std::vector<std::uint32_t> places;
  auto at = std::ranges::lower_bound(words_, prefix, {}, [](const Word& w) { return std::string_view(w.word); });
  for (; at != words_.end() && at->word.starts_with(prefix); ++at) {
    places.push_back(static_cast<std::uint32_t>(at - words_.begin()));
  }
  const auto by_nodes = [&](std::uint32_t a, std::uint32_t b) {
    return std::pair(words_[b].nodes, a) < std::pair(words_[a].nodes, b);
  };
  const auto middle = places.begin() + static_cast<std::ptrdiff_t>(std::min(most, places.size()));
  std::partial_sort(places.begin(), middle, places.end(), by_nodes);
  places.erase(middle, places.end());
  return places;
}

/// Only corrections of the best rank are returned: the same number of errors, and the same first letter if any has it.
std::vector<std::string> KnownWords::nearest(std::string_view typed, std::size_t most, std::size_t at_most) const {
  const auto slips = std::min(slips_in(typed.size()), at_most);
  if (slips == 0 || typed.size() > kLongestCorrected) return {};
  const auto letters = letters_of(typed);
  std::vector<Near> near;
  const auto try_word = [&](std::string_view word, std::uint64_t its_letters, std::size_t nodes) {
    // Each error removes a letter, adds one, or both.
    if (static_cast<std::size_t>(std::popcount(letters ^ its_letters)) > 2 * slips) return;
    const auto found = slips_between(typed, word, slips);
    // The typed word itself is no correction.
    if (found == 0 || found > slips || word.size() < 3 || !is_near_enough(typed, word)) return;
    near.push_back({found, word.front() != typed.front(), nodes, word});
  };
  for (const auto& word : words_) try_word(word.word, word.letters, word.nodes);
  for (const auto& word : Thesaurus::table().typed_words()) try_word(word, letters_of(word), 1);
  std::ranges::sort(near, {}, &Near::rank);
  std::vector<std::string> words;
  for (const auto& one : near) {
    const bool is_as_near = one.slips == near.front().slips && one.other_beginning == near.front().other_beginning;
    // Candidates are sorted, so the first that is less near ends the list.
    if (words.size() == most || !is_as_near) break;
    if (std::ranges::find(words, one.word) == words.end()) words.emplace_back(one.word);
  }
  return words;
}

}  // namespace treatygraph::queries
