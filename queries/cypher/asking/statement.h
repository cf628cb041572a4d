#pragma once
// Runs a query and collects its rows, for the server, the tools of MCP and the command line.

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

/// A query with its parameters and limits.
struct Statement {
  std::string text;
  Map parameters;
  std::size_t max_rows = kUsualRows;  ///< further rows are left out, and the answer is marked as truncated
  bool timed = true;                  ///< false: no times are measured
  /// The default of max_rows, and the most that a request may ask for.
  static constexpr std::size_t kUsualRows = 10'000;
  static constexpr std::size_t kMaxRows = 100'000;
};

/// The rows of a query and everything that is known about them.
struct StatementAnswer {
  std::shared_ptr<const PreparedQuery> query;
  Rows rows;
  Truncated truncated;
  std::vector<std::string> warnings;     ///< those of the query, then those of the procedures that it called
  std::shared_ptr<const PlanNode> plan;  ///< for EXPLAIN and PROFILE; the rows of an EXPLAIN are its lines
  std::chrono::microseconds prepared{};  ///< time to prepare, or to find the plan in the cache
  std::chrono::microseconds executed{};  ///< time to run

  [[nodiscard]] const std::vector<std::string>& columns() const { return query->columns(); }
};

/// Prepares and runs a statement within the budget. The rows are views into `graph` and, if those are views, into the
/// parameters: both must outlive the answer.
[[nodiscard]] CypherResult<StatementAnswer> ask(const Graph& graph, const Statement& statement, Budget budget);
/// The same with a given plan cache.
[[nodiscard]] CypherResult<StatementAnswer> ask(const PlanCache& plans, const Statement& statement, Budget budget);

/// A temporal value of `kind` from text, as by date('2024-12-24').
[[nodiscard]] CypherResult<Value> temporal_value(ValueType kind, std::string_view text);
/// The value of a parameter from JSON.
[[nodiscard]] CypherResult<Value> value_of_json(std::string_view json);

/// The plan of a PROFILE with its counts, one line for each operator; empty for other queries. EXPLAIN has its plan as
/// rows.
[[nodiscard]] std::string profile_text(const StatementAnswer& answer);

}  // namespace treatygraph::queries::cypher
