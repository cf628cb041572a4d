#pragma once
// A set of node keys that needs 11 to 22 bytes for each key, however long the keys are.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/image/checksum.h"

namespace treatygraph::ingest {

/// Open addressing with linear probing over hashes of 64 bits; the keys are not stored. A new key has the hash of
/// another one with a probability of count / 2^64. It is then taken for a duplicate, which is an error, or for an
/// existing end of a relationship. For 10^9 keys the probability of any collision is about 3 %.
class KeySet {
 public:
  /// Returns false if the key is in the set already.
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
  /// Marks a free slot. A key with this hash is given the hash 1.
  static constexpr std::uint64_t kFree = 0;

  static std::uint64_t hash_of(std::string_view key) {
    const auto hash = image::checksum(key);
    return hash == kFree ? 1 : hash;
  }

  /// The slot of this hash, or the free slot where it belongs. The number of slots is a power of two, and one is always
  /// free.
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
