// The textbook dynamic programme for longest common subsequences: a table over all pairs of suffixes, filled from the
// end, then read from the beginning. Provisions are short enough for the full table.

#include "queries/treaty/word_difference.h"

#include <algorithm>
#include <cstdint>

#include "graph/ascii.h"

namespace treatygraph::queries {
namespace {

/// 18 MB of table, at two bytes a pair.
constexpr std::size_t kMostPairs = 9'000'000;

struct Word {
  std::string_view written;
  std::string compared;
};

bool is_ascii_punctuation(char c) {
  return static_cast<unsigned char>(c) < 0x80 && !is_letter_or_digit(c);
}

/// A word without punctuation at its ends, in lower case. A word of punctuation only is compared as it is.
std::string compared_form(std::string_view written) {
  auto core = written;
  while (!core.empty() && is_ascii_punctuation(core.front())) core.remove_prefix(1);
  while (!core.empty() && is_ascii_punctuation(core.back())) core.remove_suffix(1);
  return lower_case(core.empty() ? written : core);
}

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  while (!text.empty()) {
    if (is_space(text.front())) {
      text.remove_prefix(1);
      continue;
    }
    const auto end = static_cast<std::size_t>(std::ranges::find_if(text, is_space) - text.begin());
    words.push_back({text.substr(0, end), compared_form(text.substr(0, end))});
    text.remove_prefix(end);
  }
  return words;
}

/// lengths[i][j]: length of a longest common subsequence of the words from i on the left and from j on the right.
class Lengths {
 public:
  Lengths(const std::vector<Word>& left, const std::vector<Word>& right)
      : width_(right.size() + 1), lengths_((left.size() + 1) * width_) {
    for (std::size_t i = left.size(); i-- > 0;) {
      for (std::size_t j = right.size(); j-- > 0;) {
        const bool same = left[i].compared == right[j].compared;
        lengths_[i * width_ + j] =
            same ? static_cast<std::uint16_t>(at(i + 1, j + 1) + 1) : std::max(at(i + 1, j), at(i, j + 1));
      }
    }
  }
  [[nodiscard]] std::uint16_t at(std::size_t i, std::size_t j) const { return lengths_[i * width_ + j]; }

 private:
  std::size_t width_;
  std::vector<std::uint16_t> lengths_;
};

/// Extends the last run, or begins a new one.
void add(std::vector<WordDifference::Run>& runs, WordDifference::Kind kind, const Word& word) {
  if (runs.empty() || runs.back().kind != kind) {
    runs.push_back({kind, std::string(word.written)});
  } else {
    runs.back().words += ' ';
    runs.back().words += word.written;
  }
}

}  // namespace

std::optional<WordDifference> word_difference(std::string_view left_text, std::string_view right_text) {
  using Kind = WordDifference::Kind;
  const auto left = words_of(left_text);
  const auto right = words_of(right_text);
  if ((left.size() + 1) * (right.size() + 1) > kMostPairs || left.size() > 0xffff) return std::nullopt;
  WordDifference difference;
  const Lengths lengths(left, right);
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < left.size() || j < right.size()) {
    // Common words are taken greedily, which the table allows: a match at both positions is part of some longest
    // subsequence.
    if (i < left.size() && j < right.size() && left[i].compared == right[j].compared) {
      add(difference.runs, Kind::Both, left[i++]);
      ++j;
    } else if (j == right.size() || (i < left.size() && lengths.at(i + 1, j) >= lengths.at(i, j + 1))) {
      add(difference.runs, Kind::LeftOnly, left[i++]);
    } else {
      add(difference.runs, Kind::RightOnly, right[j++]);
    }
  }
  const auto words = left.size() + right.size();
  difference.similarity = words == 0 ? 1 : 2.0 * lengths.at(0, 0) / static_cast<double>(words);
  return difference;
}

}  // namespace treatygraph::queries
