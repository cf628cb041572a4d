#include "queries/request/budget_in_force.h"

#include <utility>

#include <fmt/format.h>

namespace treatygraph::queries {

constinit thread_local Budget* BudgetInForce::current_ = nullptr;

BudgetInForce::BudgetInForce(Budget& budget)
    : outer_(std::exchange(current_, &budget)), memory_(budget.limits().bytes) {}

BudgetInForce::~BudgetInForce() {
  current_ = outer_;
}

void BudgetInForce::stop() {
  throw OutOfBudget{current_->why_stopped()};
}

Error error_of(const MemoryExceeded& exceeded) {
  const auto megabytes = exceeded.bytes() / (std::size_t{1024} * 1024U);
  if (exceeded.limit() == MemoryExceeded::Limit::Process) {
    return {ErrorCode::BudgetExceeded,
            fmt::format("all requests together have reached the {} MiB of memory that the server may use; ask again in "
                        "a second, or ask for less",
                        megabytes)};
  }
  return {ErrorCode::BudgetExceeded,
          fmt::format("the answer needs more than the {} MiB of memory that one request may use; ask for less, with a "
                      "limit, a smaller depth or a narrower pattern",
                      megabytes)};
}

}  // namespace treatygraph::queries
