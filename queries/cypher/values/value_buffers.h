#pragma once
// Buffers that successive queries on a thread reuse, because a small query takes less time than an allocation.

#include <array>
#include <cstddef>
#include <utility>
#include <vector>

#include "queries/cypher/values/value.h"

namespace treatygraph::queries::cypher {

/// Each thread has a few buffers of its own, so nothing is locked.
class ValueBuffers {
 public:
  /// An empty buffer, with capacity if one was returned before.
  static std::vector<Value> take() {
    auto& [kept, count] = of_thread();
    return count == 0 ? std::vector<Value>() : std::move(kept[--count]);
  }
  /// The values are destroyed. The buffer is kept unless it is large or enough are kept already.
  static void give_back(std::vector<Value>&& buffer) {
    buffer.clear();
    auto& [kept, count] = of_thread();
    if (count < kept.size() && buffer.capacity() != 0 && buffer.capacity() <= kLargest)
      kept[count++] = std::move(buffer);
  }

 private:
  static constexpr std::size_t kLargest = 4'096;  ///< values
  struct Kept {
    std::array<std::vector<Value>, 4> buffers;
    std::size_t count = 0;
  };
  static Kept& of_thread() {
    static thread_local Kept kept;
    return kept;
  }
};

}  // namespace treatygraph::queries::cypher
