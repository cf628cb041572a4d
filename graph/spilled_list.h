#pragma once
// A list of values of one size that may be larger than memory.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

#include "graph/spill_file.h"

namespace treatygraph {

/// Grows at its end. In memory if `spill` is null; otherwise all values but the last ones are there. Values can be read
/// at any time, and by several threads while none adds.
template <typename T>
class SpilledList {
  static_assert(std::is_trivially_copyable_v<T>);
  static constexpr std::size_t kBytes = 64UL * 1024;  ///< of a chunk, more than SpillFile buffers: no flush() needed
  static constexpr std::size_t kPerChunk = kBytes / sizeof(T);

 public:
  SpilledList() = default;
  /// `spill` must outlive it.
  explicit SpilledList(SpillFile* spill) : spill_(spill) {}

  [[nodiscard]] std::size_t size() const { return chunks_.size() * kPerChunk + end_.size(); }
  void add(const T& value) {
    end_.push_back(value);
    if (spill_ == nullptr || end_.size() < kPerChunk) return;
    chunks_.push_back(spill_->append({reinterpret_cast<const char*>(end_.data()), end_.size() * sizeof(T)}));
    end_.clear();
  }

  /// Calls use(value) for all values, in order.
  template <typename Use>
  void each(const Use& use) const {
    std::vector<T> values;
    for (std::size_t chunk = 0; chunk < chunks_.size(); ++chunk) {
      read(chunk, values);
      for (const auto& value : values) use(value);
    }
    for (const auto& value : end_) use(value);
  }

  /// Reads at any place. A place near the one before is quick; others read a chunk. Used by one thread.
  class Reader {
   public:
    /// `list` must outlive it.
    explicit Reader(const SpilledList& list) : list_(list) {}
    [[nodiscard]] T operator[](std::size_t i) {
      const auto chunk = i / kPerChunk;
      if (chunk >= list_.chunks_.size()) return list_.end_[i - list_.chunks_.size() * kPerChunk];
      if (values_.empty() || chunk != chunk_) {
        list_.read(chunk, values_);
        chunk_ = chunk;
      }
      return values_[i % kPerChunk];
    }

   private:
    const SpilledList& list_;
    std::size_t chunk_ = 0;
    std::vector<T> values_;
  };

 private:
  void read(std::size_t chunk, std::vector<T>& values) const {
    values.resize(kPerChunk);
    spill_->read(chunks_[chunk], values.size() * sizeof(T), reinterpret_cast<char*>(values.data()));
  }

  SpillFile* spill_ = nullptr;
  std::vector<std::uint64_t> chunks_;  ///< offsets in the spill
  std::vector<T> end_;
};

}  // namespace treatygraph
