#pragma once
// Two texts compared word by word.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace treatygraph::queries {

/// The difference of two texts.
struct WordDifference {
  enum class Kind : std::uint8_t { Both, LeftOnly, RightOnly };
  struct Run {
    Kind kind;
    std::string words;  ///< as written; those of the left text if both have them
  };
  double similarity = 0;  ///< 2 x words in common, in order / words of both: 1 for the same words
  std::vector<Run> runs;  ///< in the order of the texts
};

/// Compares by a longest common subsequence of words. Case, and punctuation at the ends of a word, do not count.
/// Nothing if the texts are too long to compare: more than 9 million pairs of words.
[[nodiscard]] std::optional<WordDifference> word_difference(std::string_view left, std::string_view right);

}  // namespace treatygraph::queries
