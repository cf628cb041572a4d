#include "queries/cypher/statement.h"

#include <fmt/format.h>

#include "queries/cypher/parser.h"
#include "queries/cypher/plan_cache.h"

namespace treatygraph::queries::cypher {
namespace {

using Clock = std::chrono::steady_clock;

std::chrono::microseconds since(Clock::time_point begun) {
  return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begun);
}

StatementAnswer explained(const PreparedQuery& query) {
  StatementAnswer answer;
  answer.columns = {"plan"};
  answer.plan = query.plan();
  std::string_view rest = answer.plan;
  while (!rest.empty()) {
    const auto line = rest.substr(0, rest.find('\n'));
    answer.rows.push_back({std::string(line)});
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
  }
  return answer;
}

/// What a row takes, about, so that the answer ends before memory does.
std::size_t size_of(const Value& value) {
  switch (value.type()) {
    case ValueType::String:
      return sizeof(Value) + value.string().size();
    case ValueType::List: {
      std::size_t all = sizeof(Value);
      for (const auto& item : value.list()) all += size_of(item);
      return all;
    }
    case ValueType::Map: {
      std::size_t all = sizeof(Value);
      for (const auto& [name, item] : value.map().entries()) all += name.size() + 32 + size_of(item);
      return all;
    }
    case ValueType::Path:
      return sizeof(Value) + value.path().nodes.size() * 8;
    default:
      return sizeof(Value);
  }
}

}  // namespace

CypherResult<StatementAnswer> ask(const Graph& graph, const Statement& statement, Budget budget) {
  const auto begun = Clock::now();
  const auto query = PlanCache::of(graph).prepare(statement.text, statement.parameters);
  if (!query) return tl::unexpected(query.error());
  const auto prepared = since(begun);
  if ((*query)->is_explain()) return explained(**query);
  StatementAnswer answer;
  answer.columns = (*query)->columns();
  answer.warnings = (*query)->warnings();
  answer.prepared = prepared;
  if ((*query)->is_profile()) answer.plan = (*query)->plan();
  const auto started = Clock::now();
  const auto ran = (*query)->run(statement.parameters, budget, [&](const std::vector<Value>& row) {
    if (answer.rows.size() == statement.max_rows) {
      answer.truncated = Truncation{fmt::format("the first {} rows: the limit of this request", statement.max_rows),
                                    "add SKIP and LIMIT to the query, or raise max_rows"};
      return false;
    }
    std::size_t bytes = 0;
    for (const auto& value : row) bytes += size_of(value);
    if (!budget.hold(static_cast<std::ptrdiff_t>(bytes))) {
      answer.truncated = cut_by(budget);
      return false;
    }
    answer.rows.push_back(row);
    return true;
  });
  if (!ran) return tl::unexpected(ran.error());
  answer.executed = since(started);
  return answer;
}

CypherResult<Value> value_of_json(std::string_view json) {
  try {
    return parse_json(json);
  } catch (CypherError& error) {
    return tl::unexpected(std::move(error));
  }
}

}  // namespace treatygraph::queries::cypher
