#pragma once
// A query asked and its rows collected: what the server and the command line do.

#include <chrono>
#include <string>
#include <vector>

#include "queries/cypher/engine.h"
#include "queries/truncation.h"

namespace treatygraph::queries::cypher {

struct Statement {
  std::string text;
  Map parameters;
  std::size_t max_rows = kUsualRows;
  static constexpr std::size_t kUsualRows = 10'000;
  static constexpr std::size_t kMaxRows = 100'000;
};

struct StatementAnswer {
  std::vector<std::string> columns;
  std::vector<std::vector<Value>> rows;
  std::vector<std::string> warnings;
  Truncated truncated;
  std::string plan;  ///< of EXPLAIN, whose rows are its lines, and of PROFILE
  std::chrono::microseconds prepared{};
  std::chrono::microseconds executed{};
};

/// Rows are views into `graph`: hold it as long as the answer.
[[nodiscard]] CypherResult<StatementAnswer> ask(const Graph& graph, const Statement& statement, Budget budget);

/// A parameter's value from JSON text: numbers, strings, booleans, null, arrays, objects.
[[nodiscard]] CypherResult<Value> value_of_json(std::string_view json);

}  // namespace treatygraph::queries::cypher
