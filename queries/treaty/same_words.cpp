// Every left provision is compared with every right one as a bag of words (the Sørensen-Dice coefficient of their word
// counts). The candidates are then taken greedily, most similar first. Words are numbered, so that a comparison is a
// merge of two sorted lists of numbers.

#include "queries/treaty/same_words.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "graph/ascii.h"

namespace treatygraph::queries {
namespace {

/// A text as a bag of words: how often each word occurs, by the word's number, sorted by it.
struct Bag {
  std::vector<std::pair<std::size_t, std::size_t>> counts;
  std::size_t size = 0;
  std::vector<std::size_t> in_order;
};

/// Numbers the words of both sides.
class Words {
 public:
  Bag bag_of(std::string_view text) {
    Bag bag;
    std::unordered_map<std::size_t, std::size_t> counts;
    for (const auto& word : split(text)) {
      const auto number = numbers_.try_emplace(word, numbers_.size()).first->second;
      ++counts[number];
      bag.in_order.push_back(number);
    }
    bag.size = bag.in_order.size();
    bag.counts.assign(counts.begin(), counts.end());
    std::ranges::sort(bag.counts);
    return bag;
  }

  /// Words of letters and digits, in lower case. Bytes beyond ASCII are kept as they are.
  static std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> words(1);
    for (const char c : text) {
      if (is_letter_or_digit(c) || static_cast<unsigned char>(c) >= 128) {
        words.back() += lower(c);
      } else if (!words.back().empty()) {
        words.emplace_back();
      }
    }
    if (words.back().empty()) words.pop_back();
    return words;
  }

 private:
  std::unordered_map<std::string, std::size_t> numbers_;
};

/// How similar two bags are, from 0 to 1: twice the number of words in common, divided by the words of both.
double shared(const Bag& a, const Bag& b) {
  std::size_t common = 0;
  auto right = b.counts.begin();
  for (const auto& [word, count] : a.counts) {
    while (right != b.counts.end() && right->first < word) ++right;
    if (right != b.counts.end() && right->first == word) common += std::min(count, right->second);
  }
  return 2.0 * static_cast<double>(common) / static_cast<double>(a.size + b.size);
}

/// A pair that is similar enough.
struct Candidate {
  bool is_same;
  double nearness;
  std::size_t left, right;
};

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> pairs_by_words(const std::vector<WordedProvision>& left,
                                                                const std::vector<WordedProvision>& right,
                                                                Budget& budget) {
  // With the same heading, fewer common words suffice. Its candidates get the difference on top, so both kinds are
  // sorted on one scale.
  constexpr double kEnough = 0.6;
  constexpr double kEnoughUnderOneHeading = 0.4;
  Words words;
  std::vector<Bag> right_bags;
  std::vector<std::vector<std::string>> right_headings;
  for (const auto& provision : right) {
    right_bags.push_back(words.bag_of(provision.words));
    right_headings.push_back(Words::split(provision.heading));
  }
  std::vector<Candidate> candidates;
  for (std::size_t l = 0; l < left.size(); ++l) {
    const auto bag = words.bag_of(left[l].words);
    const auto heading = Words::split(left[l].heading);
    for (std::size_t r = 0; r < right.size() && bag.size > 0; ++r) {
      if (right_bags[r].size == 0) continue;
      // A comparison of two bags is linear in their words.
      if (!budget.spend(1 + bag.counts.size() / 16)) return {};
      // Two provisions without a heading do not have the same heading.
      const bool is_titled_so = !heading.empty() && heading == right_headings[r];
      const auto nearness = shared(bag, right_bags[r]);
      if (nearness < (is_titled_so ? kEnoughUnderOneHeading : kEnough)) continue;
      candidates.push_back({bag.in_order == right_bags[r].in_order,
                            nearness + (is_titled_so ? kEnough - kEnoughUnderOneHeading : 0), l, r});
    }
  }
  const auto apart = [](const Candidate& c) { return c.left > c.right ? c.left - c.right : c.right - c.left; };
  // Same words first, then the most similar, then those nearest in the order of their texts.
  std::ranges::sort(candidates, [&](const Candidate& a, const Candidate& b) {
    return std::tuple(!a.is_same, -a.nearness, apart(a), a.left, a.right) <
           std::tuple(!b.is_same, -b.nearness, apart(b), b.left, b.right);
  });
  std::vector<bool> left_taken(left.size());
  std::vector<bool> right_taken(right.size());
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  for (const auto& candidate : candidates) {
    if (left_taken[candidate.left] || right_taken[candidate.right]) continue;
    left_taken[candidate.left] = right_taken[candidate.right] = true;
    pairs.emplace_back(candidate.left, candidate.right);
  }
  std::ranges::sort(pairs);
  return pairs;
}

}  // namespace treatygraph::queries
