#pragma once
// A set of up to 256 walks that are done at once.

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace treatygraph::analysis {

class Lanes {
 public:
  static constexpr std::size_t kCount = 256;

  Lanes() = default;
  explicit Lanes(const std::array<std::uint64_t, kCount / 64>& words) : words_(words) {}
  static Lanes of(std::size_t lane) {
    Lanes one;
    one.words_[lane / 64] = std::uint64_t{1} << (lane % 64);
    return one;
  }
  [[nodiscard]] bool any() const { return (words_[0] | words_[1] | words_[2] | words_[3]) != 0; }
  /// Adds those of `other`; returns those that were not here before.
  Lanes take(const Lanes& other) {
    Lanes fresh;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      fresh.words_[i] = other.words_[i] & ~words_[i];
      words_[i] |= other.words_[i];
    }
    return fresh;
  }
  [[nodiscard]] Lanes without(const Lanes& other) const {
    Lanes rest;
    for (std::size_t i = 0; i < words_.size(); ++i) rest.words_[i] = words_[i] & ~other.words_[i];
    return rest;
  }
  void remove(std::size_t lane) { words_[lane / 64] &= ~(std::uint64_t{1} << (lane % 64)); }
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

/// How often each lane was in a set that was added: a binary counter for each lane, stored by digit, so that adding a
/// set costs two operations on average, however many lanes it has.
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
