#pragma once
// What a listener is busy with, as probes and metrics tell it: written by its loops and workers, read by anyone.

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>

namespace treatygraph::server {

/// Since when somebody waits while nothing is finished.
class Progress {
 public:
  using Clock = std::chrono::steady_clock;

  void expect_from(Clock::time_point now) { since_.store(now.time_since_epoch().count(), std::memory_order_relaxed); }
  void expect_nothing() { since_.store(kNever, std::memory_order_relaxed); }
  [[nodiscard]] Clock::duration missing(Clock::time_point now) const {
    const auto since = since_.load(std::memory_order_relaxed);
    return since == kNever ? Clock::duration::zero() : now - Clock::time_point(Clock::duration(since));
  }

 private:
  static constexpr Clock::rep kNever = std::numeric_limits<Clock::rep>::max();
  std::atomic<Clock::rep> since_ = kNever;
};

struct Load {
  static constexpr std::size_t kMostLoops = 64;

  std::atomic<std::size_t> connections = 0;
  std::atomic<std::size_t> outgoing_bytes = 0;    ///< of answers that wait for their clients
  std::atomic<std::size_t> kept_bytes = 0;        ///< of answers that loops keep for requests that come again
  std::atomic<std::uint64_t> repeated = 0;        ///< answers that were kept and sent again
  std::atomic<std::uint64_t> gave_way = 0;        ///< connections closed because too many bytes waited for clients
  std::atomic<std::uint64_t> closed_for_new = 0;  ///< idle connections closed because new ones needed their places
  /// Shared with the log's thread, which may outlive everything else.
  const std::shared_ptr<std::atomic<std::uint64_t>> log_lines_dropped = std::make_shared<std::atomic<std::uint64_t>>(0);
  std::atomic<bool> stopping = false;
  Progress cheap;  ///< of the requests that wait for a thread
  Progress dear;
  std::array<Progress, kMostLoops> loops;

  /// Why no request can be expected to be answered now; empty where requests are answered.
  [[nodiscard]] std::string why_not_ready() const;
};

}  // namespace treatygraph::server
