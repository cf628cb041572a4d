#pragma once
// Converts the exceptions of this folder to results.

#include <utility>

#include <tl/expected.hpp>

#include "queries/cypher/values/error.h"
#include "queries/request/budget_in_force.h"

namespace treatygraph::queries::cypher {

/// Returns the result of `work`, or the error that it throws: a query error, or an exhausted time or memory budget.
/// Other exceptions pass.
template <typename Work>
[[nodiscard]] auto guarded(Work work) -> decltype(work()) try {
  return work();
} catch (CypherError& error) {
  return tl::unexpected(std::move(error));
} catch (const OutOfBudget& spent) {
  return tl::unexpected(cypher_error(spent.error));
} catch (const MemoryExceeded& exceeded) {
  return tl::unexpected(cypher_error(error_of(exceeded)));
}

}  // namespace treatygraph::queries::cypher
