#pragma once
// Every word of a snapshot's names and texts, by stem and by what it is nearly spelled as.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/graph.h"

namespace treatygraph::queries {

/// Kept with the snapshot.
class KnownWords {
 public:
  struct Word {
    std::string word;
    std::uint32_t nodes = 0;     ///< whose names or texts have it
    std::uint32_t in_texts = 0;  ///< of these, texts
    std::uint64_t letters = 0;   ///< a bit for each letter or digit that it has
  };

  [[nodiscard]] static const KnownWords& of(const Graph& graph);
  explicit KnownWords(const Graph& graph);

  /// In alphabetical order.
  [[nodiscard]] const std::vector<Word>& all() const { return words_; }
  [[nodiscard]] const Word* find(std::string_view word) const;
  /// Places in all() of the words of one stem; nothing for an unknown stem.
  [[nodiscard]] const std::vector<std::uint32_t>& of_stem(const std::string& stem) const;
  /// How many nodes have a word of the stem.
  [[nodiscard]] std::size_t nodes_of_stem(const std::string& stem) const;
  [[nodiscard]] bool has_stem(const std::string& stem) const { return by_stem_.contains(stem); }
  /// Places in all() of those that begin so, at most `most`, those of most nodes first.
  [[nodiscard]] std::vector<std::uint32_t> beginning(std::string_view prefix, std::size_t most) const;

  /// What `typed` is a slip for: known words, or words of the thesaurus, with the fewest wrong letters, those of most
  /// nodes first; at most `most`. A short word may have no slip or one, and none more than `slips`.
  [[nodiscard]] std::vector<std::string> nearest(std::string_view typed, std::size_t most, std::size_t slips = 2) const;

 private:
  void add(std::string_view word, std::size_t in_names, std::size_t in_texts);

  std::vector<Word> words_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_stem_;
};

/// How many letters must be changed, put in, left out or swapped with their neighbour; `most` + 1 where it is more.
[[nodiscard]] std::size_t slips_between(std::string_view one, std::string_view other, std::size_t most);

}  // namespace treatygraph::queries
