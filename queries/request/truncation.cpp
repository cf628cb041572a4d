#include "queries/request/truncation.h"

#include <fmt/format.h>

#include "queries/request/budget_in_force.h"

namespace treatygraph::queries {
namespace {

/// Always in the same words, so that clients can recognise it.
constexpr std::string_view kAskForLess = "ask for less: a smaller depth or limit, fewer types, a narrower filter";

}  // namespace

Truncation cut_at_limit(std::size_t limit, std::string_view what) {
  return {fmt::format("only the first {} {} are given: the limit of this request", limit, what),
          "raise limit, or ask for less: a smaller depth, fewer types, a narrower filter"};
}

Truncation cut_by(const Budget& budget) {
  return {budget.why_stopped().detail, kAskForLess};
}

Truncation cut_by_memory(const Budget& budget) {
  const MemoryExceeded exceeded(MemoryExceeded::Limit::Work, budget.limits().bytes);
  return {error_of(exceeded).detail, kAskForLess};
}

}  // namespace treatygraph::queries
