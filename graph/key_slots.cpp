// How the table is written from front to back. The keys are sorted by their home slot. Walking over them, a cluster
// grows as long as the next home lies inside it; when the next home lies after its end, the cluster is complete and
// the gap before the next one is free slots. Inside a cluster the nodes are inserted in the order of their numbers with
// linear probing, as an insertion of all nodes would have done.
//
// One cluster may run over the end of the table and go on at its beginning. It is handled first, with slots counted
// from below 0; those of its nodes that belong at the end are kept until the end is written.

#include "graph/key_slots.h"

#include <algorithm>
#include <bit>
#include <vector>

namespace treatygraph {
namespace {

/// Fills the slots of one cluster after the other.
class Clusters {
 public:
  /// For the slots from `first` to `last`; those below 0 are the last ones of the table.
  Clusters(std::int64_t first, std::int64_t last, image::ImageWriter::Array<std::uint32_t> slots)
      : next_slot_(first), last_(last), slots_(slots) {}

  /// Adds a node, in the order of the homes.
  void add(std::int64_t home, std::uint32_t node) {
    if (cluster_.empty() || home >= start_ + static_cast<std::int64_t>(cluster_.size())) {
      end_cluster();
      start_ = home;
    }
    cluster_.push_back({home, node});
  }
  void finish() {
    end_cluster();
    while (next_slot_ < last_) put(image::kNoNode);
    for (const auto node : before_first_) slots_.add(node);
  }

 private:
  struct Entry {
    std::int64_t home;
    std::uint32_t node;
  };

  /// Writes the free slots before the cluster, and the cluster.
  void end_cluster() {
    if (cluster_.empty()) return;
    while (next_slot_ < start_) put(image::kNoNode);
    std::ranges::sort(cluster_, {}, &Entry::node);
    std::vector<std::uint32_t> taken(cluster_.size(), image::kNoNode);
    for (const auto& [home, node] : cluster_) {
      auto at = static_cast<std::size_t>(home - start_);
      while (taken[at] != image::kNoNode) ++at;
      taken[at] = node;
    }
    for (const auto node : taken) put(node);
    cluster_.clear();
  }

  /// Writes the next slot. Slots below 0 are the last ones of the table, so they are kept for finish().
  void put(std::uint32_t node) {
    if (next_slot_++ < 0) {
      before_first_.push_back(node);
    } else {
      slots_.add(node);
    }
  }

  std::int64_t start_ = 0;
  std::vector<Entry> cluster_;
  std::int64_t next_slot_;
  std::int64_t last_;
  image::ImageWriter::Array<std::uint32_t> slots_;
  std::vector<std::uint32_t> before_first_;
};

}  // namespace

KeySlotsWriter::KeySlotsWriter(std::size_t count, SpillFile* spill)
    // At most half full, for short searches; a power of two, so that the home is a mask of the hash.
    : slots_(std::bit_ceil(count * 2 + 1)), keys_(spill) {}

void KeySlotsWriter::add(std::uint64_t hash) {
  keys_.add({static_cast<std::int64_t>(hash & (slots_ - 1)), next_++});
}

/// Where the cluster begins that runs over the end of the table and goes on at its beginning; the end of the table if
/// no cluster does.
std::int64_t KeySlotsWriter::start_of_last_cluster() const {
  const auto end = static_cast<std::int64_t>(slots_);
  auto start = end;
  std::int64_t after = 0;
  keys_.each([&](const Key& key) {
    if (key.home >= after) {
      start = key.home;
      after = key.home;
    }
    ++after;
  });
  return after > end ? start : end;
}

void KeySlotsWriter::write(image::ImageWriter& writer) && {
  keys_.close();
  const auto end = static_cast<std::int64_t>(slots_);
  const auto first = start_of_last_cluster();
  Clusters clusters(first - end, first, writer.begin<std::uint32_t>(image::Section::KeySlots));
  keys_.each([&](const Key& key) {
    if (key.home >= first) clusters.add(key.home - end, key.node);
  });
  keys_.each([&](const Key& key) {
    if (key.home < first) clusters.add(key.home, key.node);
  });
  clusters.finish();
}

}  // namespace treatygraph
