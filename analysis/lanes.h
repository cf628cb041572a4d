#pragma once
// A set of up to 256 walks that are done at once, a bit for each. A step of all walks at a node is then a few
// operations on words. The idea is that of multi-source breadth-first search: Then et al., The More the Merrier (VLDB
// 2014).

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace treatygraph::analysis {

/// A set of walks. A walk is known by its lane, 0 to 255.
class Lanes {
 public:
  static constexpr std::size_t kCount = 256;

  Lanes() = default;
  explicit Lanes(const std::array<std::uint64_t, kCount / 64>& words) : words_(words) {}
  /// The set of one walk.
  static Lanes of(std::size_t lane) {
    Lanes one;
    one.words_[lane / 64] = std::uint64_t{1} << (lane % 64);
    return one;
  }
  [[nodiscard]] bool any() const { return (words_[0] | words_[1] | words_[2] | words_[3]) != 0; }
  /// Adds the walks of `other`. Returns those that were not in this set before.
  Lanes take(const Lanes& other) {
    Lanes fresh;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      fresh.words_[i] = other.words_[i] & ~words_[i];
      words_[i] |= other.words_[i];
    }
    return fresh;
  }
  /// The walks of this set that are not in `other`.
  [[nodiscard]] Lanes without(const Lanes& other) const {
    Lanes rest;
    for (std::size_t i = 0; i < words_.size(); ++i) rest.words_[i] = words_[i] & ~other.words_[i];
    return rest;
  }
  void remove(std::size_t lane) { words_[lane / 64] &= ~(std::uint64_t{1} << (lane % 64)); }
  /// The walks in both sets, and below those in one of them only.
  friend Lanes operator&(Lanes a, const Lanes& b) {
    for (std::size_t i = 0; i < a.words_.size(); ++i) a.words_[i] &= b.words_[i];
    return a;
  }
  friend Lanes operator^(Lanes a, const Lanes& b) {
    for (std::size_t i = 0; i < a.words_.size(); ++i) a.words_[i] ^= b.words_[i];
    return a;
  }
  [[nodiscard]] const std::array<std::uint64_t, kCount / 64>& words() const { return words_; }
  [[nodiscard]] bool has(std::size_t lane) const { return (words_[lane / 64] >> (lane % 64) & 1U) != 0; }

 private:
  std::array<std::uint64_t, kCount / 64> words_{};
};

/// Counts for each lane in how many of the added sets it was. There is a binary counter for each lane, and the counters
/// are stored by digit: digits_[0] has the lowest bit of all counters. Adding a set is adding 1 to some counters, with
/// the carry going through the digits. That is two operations on sets on average, however many lanes the set has.
class LaneCounts {
 public:
  void add(Lanes carry) {
    for (std::size_t digit = 0; digit < digits_.size() && carry.any(); ++digit) {
      const auto next = digits_[digit] & carry;
      digits_[digit] = digits_[digit] ^ carry;
      carry = next;
    }
  }
  [[nodiscard]] std::uint32_t of(std::size_t lane) const {
    std::uint32_t count = 0;
    for (std::size_t digit = 0; digit < digits_.size(); ++digit) {
      count |= static_cast<std::uint32_t>(digits_[digit].has(lane)) << digit;
    }
    return count;
  }

 private:
  std::array<Lanes, 32> digits_;
};

}  // namespace treatygraph::analysis
