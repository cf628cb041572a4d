#pragma once
// The keys of a corpus, in 8 to 16 bytes each.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/image/checksum.h"

namespace treatygraph::ingest {

/// Knows keys by a hash of 64 bits. A key that is not in it may seem to be with a probability of count / 2^64; and
/// is then taken for a duplicate, which is an error, or for the end of a relationship that has none.
class KeySet {
 public:
  /// False if it is in it already.
  bool insert(std::string_view key) {
    if ((count_ + 1) * 4 > slots_.size() * 3) grow();
    auto& slot = slots_[place_of(hash_of(key))];
    if (slot != kFree) return false;
    slot = hash_of(key);
    ++count_;
    return true;
  }
  [[nodiscard]] bool contains(std::string_view key) const {
    return !slots_.empty() && slots_[place_of(hash_of(key))] != kFree;
  }

 private:
  static constexpr std::uint64_t kFree = 0;

  static std::uint64_t hash_of(std::string_view key) {
    const auto hash = image::checksum(key);
    return hash == kFree ? 1 : hash;
  }

  /// Where it is, or the free slot where it would be.
  [[nodiscard]] std::size_t place_of(std::uint64_t hash) const {
    auto at = hash & (slots_.size() - 1);
    while (slots_[at] != kFree && slots_[at] != hash) at = (at + 1) & (slots_.size() - 1);
    return at;
  }

  void grow() {
    constexpr std::size_t kFewest = 1024;
    const auto old = std::exchange(slots_, std::vector<std::uint64_t>(slots_.empty() ? kFewest : slots_.size() * 2));
    for (const auto hash : old) {
      if (hash != kFree) slots_[place_of(hash)] = hash;
    }
  }

  std::vector<std::uint64_t> slots_;
  std::size_t count_ = 0;
};

}  // namespace treatygraph::ingest
