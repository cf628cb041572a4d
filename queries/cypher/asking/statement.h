#pragma once
// A query asked and its rows collected: what the server and the command line do.

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "queries/cypher/asking/engine.h"
#include "queries/cypher/asking/plan_cache.h"
#include "queries/cypher/running/rows.h"
#include "queries/request/truncation.h"

namespace treatygraph::queries::cypher {

struct Statement {
  std::string text;
  Map parameters;
  std::size_t max_rows = kUsualRows;
  bool timed = true;  ///< false: the answer does not say how long it took, and nobody looks at the clock for it
  static constexpr std::size_t kUsualRows = 10'000;
  static constexpr std::size_t kMaxRows = 100'000;
};

struct StatementAnswer {
  std::shared_ptr<const PreparedQuery> query;
  Rows rows;
  Truncated truncated;
  std::shared_ptr<const PlanNode> plan;  ///< of EXPLAIN, whose rows are its lines, and of PROFILE
  std::chrono::microseconds prepared{};
  std::chrono::microseconds executed{};

  [[nodiscard]] const std::vector<std::string>& columns() const { return query->columns(); }
  [[nodiscard]] const std::vector<std::string>& warnings() const { return query->warnings(); }
};

/// Rows are views into `graph`, and into the parameters where these are views: hold both as long as the answer.
[[nodiscard]] CypherResult<StatementAnswer> ask(const Graph& graph, const Statement& statement, Budget budget);
/// The same for who keeps the plans of a graph at hand: PlanCache::of() looks for them under a lock.
[[nodiscard]] CypherResult<StatementAnswer> ask(const PlanCache& plans, const Statement& statement, Budget budget);

/// A temporal value of `kind` from its text, as date('2024-12-24') reads it.
[[nodiscard]] CypherResult<Value> temporal_value(ValueType kind, std::string_view text);
/// A parameter's value from JSON text: numbers, strings, booleans, null, arrays, objects.
[[nodiscard]] CypherResult<Value> value_of_json(std::string_view json);

}  // namespace treatygraph::queries::cypher
