#pragma once
// Two texts compared word by word.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace treatygraph::queries {

struct WordDifference {
  enum class Kind : std::uint8_t { Both, LeftOnly, RightOnly };
  struct Run {
    Kind kind;
    std::string words;  ///< as they are written, of the left where both have them
  };
  double similarity = 0;  ///< 2 x words in common, in order / words of both: 1 for the same words
  std::vector<Run> runs;  ///< in the order of the texts
};

/// A longest common subsequence of words; case and punctuation at a word's ends do not count. Nothing where the texts
/// are so long that it would cost too much: more than 9 million pairs of words.
[[nodiscard]] std::optional<WordDifference> word_difference(std::string_view left, std::string_view right);

}  // namespace treatygraph::queries
