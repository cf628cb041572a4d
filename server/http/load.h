#pragma once
// What a listener is doing, for probes and metrics. Written by its loops and workers, read by anyone.

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>

namespace treatygraph::server {

/// Since when requests have been waiting without any being finished.
/// Shared by the thread that expects something and by probes; all members are atomic.
class Progress {
 public:
  using Clock = std::chrono::steady_clock;

  /// Something is expected from `now` on.
  void expect_from(Clock::time_point now) { since_.store(now.time_since_epoch().count(), std::memory_order_relaxed); }
  /// Nothing is waiting.
  void expect_nothing() { since_.store(kNever, std::memory_order_relaxed); }
  /// For how long something has been missing; zero if nothing is.
  [[nodiscard]] Clock::duration missing(Clock::time_point now) const {
    const auto since = since_.load(std::memory_order_relaxed);
    return since == kNever ? Clock::duration::zero() : now - Clock::time_point(Clock::duration(since));
  }

 private:
  static constexpr Clock::rep kNever = std::numeric_limits<Clock::rep>::max();
  std::atomic<Clock::rep> since_ = kNever;
};

/// Counters and states of one listener; all atomic.
struct Load {
  /// More loops than this are not started.
  static constexpr std::size_t kMostLoops = 64;

  std::atomic<std::size_t> connections = 0;       ///< open connections
  std::atomic<std::size_t> outgoing_bytes = 0;    ///< of answers that clients have not taken yet
  std::atomic<std::size_t> kept_bytes = 0;        ///< of cached answers
  std::atomic<std::uint64_t> repeated = 0;        ///< answers sent from the cache
  std::atomic<std::uint64_t> gave_way = 0;        ///< connections closed because too many bytes waited for clients
  std::atomic<std::uint64_t> closed_for_new = 0;  ///< idle connections closed to make room for new ones
  /// Shared with the log's thread, which may outlive everything else.
  const std::shared_ptr<std::atomic<std::uint64_t>> log_lines_dropped = std::make_shared<std::atomic<std::uint64_t>>(0);
  std::atomic<bool> stopping = false;  ///< set when the drain begins
  Progress cheap;                      ///< of requests that wait for a thread
  Progress dear;
  std::array<Progress, kMostLoops> loops;  ///< from a loop's wake-up until it waits again

  /// Why requests cannot be answered now; empty if they can.
  [[nodiscard]] std::string why_not_ready() const;
};

}  // namespace treatygraph::server
