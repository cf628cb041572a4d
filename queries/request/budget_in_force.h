#pragma once
// The budget in force on the current thread, for code far below the request that gets no budget as a parameter: the
// comparison of two values, the writer of a format, a parser.

#include <cstddef>

#include "graph/memory_account.h"
#include "graph/result.h"
#include "queries/request/budget.h"

namespace treatygraph::queries {

/// Thrown by spend(). The code that put the budget in force must catch it.
struct OutOfBudget {
  Error error;
};

/// Puts a budget in force on the current thread while it exists: time, memory and cancellation. They nest: the inner
/// one counts until it is destroyed. The budget must outlive it.
class BudgetInForce {
 public:
  explicit BudgetInForce(Budget& budget);
  ~BudgetInForce();
  BudgetInForce(const BudgetInForce&) = delete;
  BudgetInForce& operator=(const BudgetInForce&) = delete;

  /// Counts work like Budget::spend, and throws OutOfBudget if it must stop. Does nothing if no budget is in force.
  static void spend(std::size_t steps = 1) {
    if (current_ != nullptr && !current_->spend(steps)) stop();
  }
  /// Counts work on this many bytes of text: one step for each 64 bytes, nothing for less.
  static void spend_on_text(std::size_t bytes) {
    if (bytes >= kBytesOfStep) spend(bytes / kBytesOfStep);
  }

 private:
  static constexpr std::size_t kBytesOfStep = 64;
  [[noreturn]] static void stop();
  static constinit thread_local Budget* current_;

  /// The budget that was in force before, and is again after this object.
  Budget* outer_;
  MemoryAccount memory_;
};

/// The error that tells the client which memory limit was reached: that of the request or that of the whole server.
[[nodiscard]] Error error_of(const MemoryExceeded& exceeded);

}  // namespace treatygraph::queries
