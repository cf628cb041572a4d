#pragma once
// Every word of a snapshot's names and texts, found by stem, by prefix and by similar spelling.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/graph.h"

namespace treatygraph::queries {

/// Built once per graph and kept with it; not changed afterwards, so threads share it.
class KnownWords {
 public:
  /// A word with its frequency.
  struct Word {
    std::string word;
    std::uint32_t nodes = 0;     ///< how often it is in names, plus the nodes whose texts contain it
    std::uint32_t in_texts = 0;  ///< nodes whose texts contain it
    std::uint64_t letters = 0;   ///< one bit per letter or digit in it
  };

  [[nodiscard]] static const KnownWords& of(const Graph& graph);
  explicit KnownWords(const Graph& graph);

  /// In alphabetical order.
  [[nodiscard]] const std::vector<Word>& all() const { return words_; }
  /// The entry of exactly this word; null if there is none.
  [[nodiscard]] const Word* find(std::string_view word) const;
  /// Positions in all() of the words of one stem; empty for an unknown stem.
  [[nodiscard]] const std::vector<std::uint32_t>& of_stem(const std::string& stem) const;
  /// How many nodes have a word of the stem.
  [[nodiscard]] std::size_t nodes_of_stem(const std::string& stem) const;
  [[nodiscard]] bool has_stem(const std::string& stem) const { return by_stem_.contains(stem); }
  /// Positions in all() of up to `most` words with that beginning, most frequent first.
  [[nodiscard]] std::vector<std::uint32_t> beginning(std::string_view prefix, std::size_t most) const;

  /// Spelling corrections of `typed`: known words, or words of the thesaurus, with the fewest errors, the most frequent
  /// first; at most `most`. A correction has at most `at_most` errors; words of fewer than eight letters allow one,
  /// words of fewer than three none. Linear in the number of known words.
  [[nodiscard]] std::vector<std::string> nearest(std::string_view typed, std::size_t most,
                                                 std::size_t at_most = 2) const;

 private:
  void add(std::string_view word, std::size_t in_names, std::size_t in_texts);

  std::vector<Word> words_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_stem_;
};

/// The Damerau-Levenshtein distance: letters changed, inserted, removed or swapped with their neighbour; `most` + 1 if
/// it is larger.
[[nodiscard]] std::size_t slips_between(std::string_view one, std::string_view other, std::size_t most);

}  // namespace treatygraph::queries
