#pragma once
// The budget of the work that a thread does at the moment, for code far below the request that is given no budget: the
// comparison of two values, the writer of a format, a parser.

#include <cstddef>

#include "graph/memory_account.h"
#include "graph/result.h"
#include "queries/request/budget.h"

namespace treatygraph::queries {

/// Thrown by spend(), and caught where the budget was put in force.
struct OutOfBudget {
  Error error;
};

/// Puts a budget in force on its thread for as long as it lives: its time, its memory, and whether somebody still
/// waits. They nest; the budget must outlive it.
class BudgetInForce {
 public:
  explicit BudgetInForce(Budget& budget);
  ~BudgetInForce();
  BudgetInForce(const BudgetInForce&) = delete;
  BudgetInForce& operator=(const BudgetInForce&) = delete;

  /// Counts work as Budget::spend does; throws OutOfBudget when it must stop. Does nothing where no budget is in force.
  static void spend(std::size_t steps = 1) {
    if (current_ != nullptr && !current_->spend(steps)) stop();
  }
  /// For work on so many bytes of text at a time: a step is some 64 of them.
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

/// As an answer to whoever asked for too much.
[[nodiscard]] Error error_of(const MemoryExceeded& exceeded);

}  // namespace treatygraph::queries
