#pragma once
// Runs a query and collects its rows, for the server and the command line.

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
  bool timed = true;  ///< false: no times are measured
  static constexpr std::size_t kUsualRows = 10'000;
  static constexpr std::size_t kMaxRows = 100'000;
};

struct StatementAnswer {
  std::shared_ptr<const PreparedQuery> query;
  Rows rows;
  Truncated truncated;
  std::vector<std::string> warnings;     ///< of the query's names, then of the questions that its procedures asked
  std::shared_ptr<const PlanNode> plan;  ///< for EXPLAIN, whose rows are its lines, and for PROFILE
  std::chrono::microseconds prepared{};
  std::chrono::microseconds executed{};

  [[nodiscard]] const std::vector<std::string>& columns() const { return query->columns(); }
};

/// Rows are views into `graph` and into the parameters, if those are views: keep both as long as the answer.
[[nodiscard]] CypherResult<StatementAnswer> ask(const Graph& graph, const Statement& statement, Budget budget);
/// The same with a given plan cache: PlanCache::of() takes a lock.
[[nodiscard]] CypherResult<StatementAnswer> ask(const PlanCache& plans, const Statement& statement, Budget budget);

/// A temporal value of `kind` from text, like date('2024-12-24').
[[nodiscard]] CypherResult<Value> temporal_value(ValueType kind, std::string_view text);
/// Parses a parameter's value from JSON.
[[nodiscard]] CypherResult<Value> value_of_json(std::string_view json);

/// The counted plan of a PROFILE, a line an operator; empty for other queries. EXPLAIN has its plan as rows.
[[nodiscard]] std::string profile_text(const StatementAnswer& answer);

}  // namespace treatygraph::queries::cypher
