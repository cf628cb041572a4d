#pragma once
// The hash table of keys in an image: open addressing with linear probing. Its contents are those of a table into which
// the nodes were inserted in order, but it is written from front to back without being in memory.

#include <cstddef>
#include <cstdint>

#include "graph/image/image.h"
#include "graph/sorted_runs.h"

namespace treatygraph {

/// Needs memory for one cluster of the table, not for the table. A cluster is a run of slots that are taken. Which
/// slots it has does not depend on the order of insertion, and its contents depend only on its own keys. Knuth, The Art
/// of Computer Programming, vol. 3, section 6.4.
class KeySlotsWriter {
 public:
  /// For `count` keys. With `spill`, they are sorted there.
  KeySlotsWriter(std::size_t count, SpillFile* spill);
  /// The checksum() of the next key, in the order of the nodes.
  void add(std::uint64_t hash);
  /// Writes Section::KeySlots, after the last key. At least half of the slots are free.
  void write(image::ImageWriter& writer) &&;

 private:
  struct Key {
    std::int64_t home;  ///< the slot where the search for it begins
    std::uint32_t node;
    auto operator<=>(const Key&) const = default;
  };

  [[nodiscard]] std::int64_t start_of_last_cluster() const;

  std::uint64_t slots_;  ///< a power of two
  std::uint32_t next_ = 0;
  SortedRuns<Key> keys_;
};

}  // namespace treatygraph
