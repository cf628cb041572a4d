#pragma once
// How much time and memory one request may take, and whether whoever asked still waits for the answer.

#include <atomic>
#include <chrono>
#include <cstddef>

#include "graph/result.h"

namespace treatygraph::queries {

/// Travels down into every loop; the loop asks `spend` now and then. A value to copy, but the counters are the copy's
/// own.
class Budget {
 public:
  using Clock = std::chrono::steady_clock;

  struct Limits {
    std::chrono::milliseconds time{5'000};
    std::size_t nodes = 100'000;             ///< in one answer
    std::size_t bytes = 256U * 1024 * 1024;  ///< of memory, while BudgetInForce holds the work to it
  };

  Budget() : Budget(Limits{}) {}
  /// `cancelled`, where given, must outlive the budget; it is set by another thread when the client goes away.
  explicit Budget(Limits limits, const std::atomic<bool>* cancelled = nullptr, Clock::time_point begun = begin())
      : limits_(limits), deadline_(begun + limits.time), cancelled_(cancelled) {}
  /// The same with no more than `time` from now.
  [[nodiscard]] Budget within(std::chrono::milliseconds time) const;

  [[nodiscard]] const Limits& limits() const { return limits_; }
  [[nodiscard]] Clock::time_point deadline() const { return deadline_; }

  /// Counts `steps` of work; looks at the clock once in a thousand or so. False when the work must stop: see
  /// why_stopped().
  [[nodiscard]] bool spend(std::size_t steps = 1) {
    steps_ += steps;
    return steps_ < next_look_ || look();
  }
  /// Looks at the clock at once: for work that counts its steps elsewhere.
  [[nodiscard]] bool may_go_on() const;
  /// The same with `time` more.
  [[nodiscard]] Budget longer_by(std::chrono::milliseconds time) const;
  /// The work stood still for `time`, because somebody else was slow: that is not held against it.
  void prolong(Clock::duration time) { deadline_ += time; }
  /// DeadlineExceeded or Cancelled, with the limit in words.
  [[nodiscard]] Error why_stopped() const;

 private:
  static constexpr std::size_t kStepsBetweenLooks = 1'024;
  static Clock::time_point begin();
  bool look();

  Limits limits_;
  Clock::time_point deadline_;
  const std::atomic<bool>* cancelled_;
  std::size_t steps_ = 0;
  std::size_t next_look_ = kStepsBetweenLooks;
};

}  // namespace treatygraph::queries
