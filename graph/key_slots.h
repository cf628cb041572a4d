#pragma once
// The hash table of keys in an image: open addressing with linear probing, as if the nodes were inserted in order.

#include <cstddef>
#include <cstdint>

#include "graph/image/image.h"
#include "graph/sorted_runs.h"

namespace treatygraph {

/// Needs memory for one cluster of the table, and not for the table: a cluster, a run of slots that are taken, does not
/// depend on the order of insertion, and what is in it depends on its keys alone. Knuth, The Art of Computer
/// Programming, vol. 3, section 6.4.
class KeySlotsWriter {
 public:
  /// `count` keys follow, in the order of the nodes.
  KeySlotsWriter(std::size_t count, SpillFile* spill);
  void add(std::uint64_t hash);
  void write(image::ImageWriter& writer) &&;

 private:
  struct Key {
    std::int64_t home;  ///< the slot where the search for it begins
    std::uint32_t node;
    auto operator<=>(const Key&) const = default;
  };

  [[nodiscard]] std::int64_t start_of_last_cluster() const;

  std::uint64_t slots_;
  std::uint32_t next_ = 0;
  SortedRuns<Key> keys_;
};

}  // namespace treatygraph
