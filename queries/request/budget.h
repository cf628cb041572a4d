#pragma once
// The time and memory budget of one request, and whether its client still waits.

#include <atomic>
#include <chrono>
#include <cstddef>

#include "graph/result.h"

namespace treatygraph::queries {

/// Limits the work of one request. It is passed down into every loop, which calls `spend` regularly. It is a value:
/// each copy counts its own steps and keeps its own deadline. One copy is used by one thread.
class Budget {
 public:
  using Clock = std::chrono::steady_clock;

  /// The most that one request may use. The server and the command line set them.
  struct Limits {
    std::chrono::milliseconds time{5'000};
    std::size_t nodes = 100'000;                         ///< nodes in one answer
    std::size_t bytes = std::size_t{256} * 1024 * 1024;  ///< bytes of memory, while a BudgetInForce enforces it
  };

  Budget() : Budget(Limits{}) {}
  /// `cancelled`, if given, must outlive the budget. Another thread sets it when the client goes away.
  explicit Budget(Limits limits, const std::atomic<bool>* cancelled = nullptr, Clock::time_point begun = begin())
      : limits_(limits), deadline_(begun + limits.time), cancelled_(cancelled) {}
  /// A copy that ends at the same time as this one, or `time` from now if that is earlier.
  [[nodiscard]] Budget within(std::chrono::milliseconds time) const;

  [[nodiscard]] const Limits& limits() const { return limits_; }
  [[nodiscard]] Clock::time_point deadline() const { return deadline_; }

  /// Counts `steps` of work and reads the clock about once in a thousand. False if the work must stop; why_stopped()
  /// says why.
  [[nodiscard]] bool spend(std::size_t steps = 1) {
    steps_ += steps;
    return steps_ < next_look_ || look();
  }
  /// Whether the work may continue. Reads the clock at once, for work that counts its steps elsewhere.
  [[nodiscard]] bool may_go_on() const;
  /// A copy whose deadline is later by `time`.
  [[nodiscard]] Budget longer_by(std::chrono::milliseconds time) const;
  /// Moves the deadline by `time`, for time in which the work waited for something else.
  void prolong(Clock::duration time) { deadline_ += time; }
  /// DeadlineExceeded or Cancelled; the text names the limit.
  [[nodiscard]] Error why_stopped() const;

 private:
  /// Reading the clock costs more than most steps, so it is read once per this many steps.
  static constexpr std::size_t kStepsBetweenLooks = 1'024;
  static Clock::time_point begin();
  /// Reads the clock and plans the next look. Apart from spend(), so that spend() stays small enough to be inlined.
  bool look();

  Limits limits_;
  Clock::time_point deadline_;
  const std::atomic<bool>* cancelled_;
  std::size_t steps_ = 0;
  std::size_t next_look_ = kStepsBetweenLooks;
};

}  // namespace treatygraph::queries
