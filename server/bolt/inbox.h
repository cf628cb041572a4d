#pragma once
// Tells a loop, from any thread, which of its connections have something to do. A list under a mutex and an eventfd,
// which is written only if the loop does not know yet that there is something to read.

#include <cstdint>
#include <mutex>
#include <utility>
#include <vector>

#include <sys/eventfd.h>

#include "server/http/descriptor.h"

namespace treatygraph::server::bolt {

/// Shared with threads that may outlive the loop.
class Inbox {
 public:
  Inbox() : wake_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

  /// The descriptor that the loop polls.
  [[nodiscard]] int descriptor() const { return wake_.number(); }

  /// Thread-safe.
  void tell(std::uint64_t connection) {
    const std::scoped_lock lock(mutex_);
    told_.push_back(connection);
    if (!std::exchange(is_awake_, true)) eventfd_write(wake_.number(), 1);
  }
  /// The connections that were named since the last call; a number may be repeated. Called by the loop.
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
  bool is_awake_ = false;  ///< the loop was woken and has not looked yet
};

}  // namespace treatygraph::server::bolt
