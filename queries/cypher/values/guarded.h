#pragma once
// The door through which errors leave this folder: as answers, not as exceptions.

#include <utility>

#include <tl/expected.hpp>

#include "queries/cypher/values/error.h"
#include "queries/request/budget_in_force.h"

namespace treatygraph::queries::cypher {

/// What `work` returns, a result, or the error that it threw: a query's own, or that its time or memory is spent.
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
