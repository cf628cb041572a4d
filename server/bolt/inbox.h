#pragma once
// What other threads tell a loop: which of its connections have something to do.

#include <cstdint>
#include <mutex>
#include <utility>
#include <vector>

#include <sys/eventfd.h>

#include "server/http/descriptor.h"

namespace treatygraph::server::bolt {

/// Shared with whoever may still tell something when the loop has ended.
class Inbox {
 public:
  Inbox() : wake_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

  /// To be watched by the loop for reading.
  [[nodiscard]] int descriptor() const { return wake_.number(); }

  /// Any thread.
  void tell(std::uint64_t connection) {
    const std::scoped_lock lock(mutex_);
    told_.push_back(connection);
    if (!std::exchange(is_awake_, true)) eventfd_write(wake_.number(), 1);
  }
  /// What was told since the last time.
  [[nodiscard]] std::vector<std::uint64_t> take() {
    const std::scoped_lock lock(mutex_);
    eventfd_t value = 0;
    if (std::exchange(is_awake_, false)) eventfd_read(wake_.number(), &value);
    return std::exchange(told_, {});
  }

 private:
  const Descriptor wake_;
  std::mutex mutex_;
  std::vector<std::uint64_t> told_;
  bool is_awake_ = false;  ///< the loop has been woken, and has not looked yet
};

}  // namespace treatygraph::server::bolt
