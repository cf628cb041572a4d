#pragma once
// The time and memory budget of one request, and whether its client still waits.

#include <atomic>
#include <chrono>
#include <cstddef>

#include "graph/result.h"

namespace treatygraph::queries {

/// Passed down into every loop, which calls `spend` regularly. It is a value; each copy has its own counters.
class Budget {
 public:
  using Clock = std::chrono::steady_clock;

  struct Limits {
    std::chrono::milliseconds time{5'000};
    std::size_t nodes = 100'000;                         ///< nodes in one answer
    std::size_t bytes = std::size_t{256} * 1024 * 1024;  ///< bytes of memory, while a BudgetInForce enforces it
  };

  Budget() : Budget(Limits{}) {}
  /// `cancelled`, if given, must outlive the budget. Another thread sets it when the client goes away.
  explicit Budget(Limits limits, const std::atomic<bool>* cancelled = nullptr, Clock::time_point begun = begin())
      : limits_(limits), deadline_(begun + limits.time), cancelled_(cancelled) {}
  /// The same budget, ending no later than `time` from now.
  [[nodiscard]] Budget within(std::chrono::milliseconds time) const;

  [[nodiscard]] const Limits& limits() const { return limits_; }
  [[nodiscard]] Clock::time_point deadline() const { return deadline_; }

  /// Counts `steps` of work and reads the clock about once in a thousand. False if the work must stop; why_stopped()
  /// says why.
  [[nodiscard]] bool spend(std::size_t steps = 1) {
    steps_ += steps;
    return steps_ < next_look_ || look();
  }
  /// Reads the clock at once, for work that counts its steps elsewhere.
  [[nodiscard]] bool may_go_on() const;
  /// The same budget, extended by `time`.
  [[nodiscard]] Budget longer_by(std::chrono::milliseconds time) const;
  /// Does not count `time`, during which the work waited for somebody else.
  void prolong(Clock::duration time) { deadline_ += time; }
  /// DeadlineExceeded or Cancelled; the text names the limit.
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
