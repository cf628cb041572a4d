#pragma once
// Leaves a thread no memory.

#include <array>
#include <cstddef>
#include <memory>

#include "graph/memory_account.h"

namespace treatygraph::testing {

/// While it exists, the calling thread's account refuses even one byte more.
class TakenMemory {
 public:
  TakenMemory() {
    for (auto size = std::size_t{1} << 30U; size > 0; size /= 2) take_all(size);
  }

 private:
  void take_all(std::size_t size) {
    try {
      while (count_ < pieces_.size()) {
        pieces_[count_].reset(new char[size]);
        ++count_;
      }
    } catch (const MemoryExceeded&) {
      return;
    }
  }

  std::array<std::unique_ptr<char[]>, 4'096> pieces_;  // NOLINT(modernize-avoid-c-arrays): its size varies
  std::size_t count_ = 0;
};

}  // namespace treatygraph::testing
