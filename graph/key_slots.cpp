#include "graph/key_slots.h"

#include <algorithm>
#include <bit>
#include <vector>

namespace treatygraph {
namespace {

/// Fills the slots of one cluster after the other.
class Clusters {
 public:
  /// The first slot, and one after the last.
  Clusters(std::int64_t first, std::int64_t last, image::ImageWriter::Array<std::uint32_t> slots)
      : next_slot_(first), last_(last), slots_(slots) {}

  /// Ordered by home.
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

  /// Slots below 0 are the last ones of the table.
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
    : slots_(std::bit_ceil(count * 2 + 1)), keys_(spill) {}

void KeySlotsWriter::add(std::uint64_t hash) {
  keys_.add({static_cast<std::int64_t>(hash & (slots_ - 1)), next_++});
}

/// Of the cluster that runs over the end of the table and goes on at its begin; the end if none does.
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
