#pragma once
// The budget in force on the current thread, for code far below the request that does not get a budget passed: the
// comparison of two values, the writer of a format, a parser.

#include <cstddef>

#include "graph/memory_account.h"
#include "graph/result.h"
#include "queries/request/budget.h"

namespace treatygraph::queries {

/// Thrown by spend(), and caught by whoever put the budget in force.
struct OutOfBudget {
  Error error;
};

/// Puts a budget in force on the current thread while it exists: time, memory and cancellation. They nest. The budget
/// must outlive it.
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
  /// For work on this many bytes of text: one step is about 64 bytes.
  static void spend_on_text(std::size_t bytes) {
    if (bytes >= kBytesOfStep) spend(bytes / kBytesOfStep);
  }

 private:
  static constexpr std::size_t kBytesOfStep = 64;
  [[noreturn]] static void stop();
  static constinit thread_local Budget* current_;

  Budget* outer_;
  MemoryAccount memory_;
};

/// As an error for the client.
[[nodiscard]] Error error_of(const MemoryExceeded& exceeded);

}  // namespace treatygraph::queries
