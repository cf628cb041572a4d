#include "queries/request/budget.h"

#include <algorithm>
#include <ctime>

#include <fmt/format.h>

namespace treatygraph::queries {

/// The coarse clock, which is a few milliseconds late. It is precise enough for a deadline, and it costs little to read
/// even compared with a small question.
Budget::Clock::time_point Budget::begin() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC_COARSE, &now);
  return Clock::time_point(std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec));
}

Budget Budget::within(std::chrono::milliseconds time) const {
  auto shorter = *this;
  shorter.limits_.time = std::min(limits_.time, time);
  shorter.deadline_ = std::min(deadline_, begin() + time);
  return shorter;
}

Budget Budget::longer_by(std::chrono::milliseconds time) const {
  auto longer = *this;
  longer.limits_.time += time;
  longer.deadline_ += time;
  return longer;
}

/// After the deadline, further steps look again at the next interval; callers stop at the first false.
bool Budget::look() {
  next_look_ = steps_ + kStepsBetweenLooks;
  return may_go_on();
}

/// Cancellation is checked first. The flag guards no other data, so relaxed order is enough.
bool Budget::may_go_on() const {
  return (cancelled_ == nullptr || !cancelled_->load(std::memory_order_relaxed)) && Clock::now() < deadline_;
}

/// Cancellation takes precedence: the client will not read the answer.
Error Budget::why_stopped() const {
  if (cancelled_ != nullptr && cancelled_->load(std::memory_order_relaxed)) {
    return {ErrorCode::Cancelled, "the request was cancelled"};
  }
  return {
      ErrorCode::DeadlineExceeded,
      fmt::format("the answer was not ready within {} ms; ask for less, with a limit, a smaller depth or a narrower "
                  "pattern",
                  limits_.time.count())};
}

}  // namespace treatygraph::queries
