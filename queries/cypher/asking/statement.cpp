#include "queries/cypher/asking/statement.h"

#include <utility>

#include <fmt/format.h>

#include "queries/cypher/language/parser.h"
#include "queries/cypher/values/guarded.h"
#include "queries/cypher/values/temporal.h"

namespace treatygraph::queries::cypher {
namespace {

using Clock = std::chrono::steady_clock;

/// Measures the time of each step. If it does not run, all times are zero and the clock is never read.
class StopWatch {
 public:
  explicit StopWatch(bool runs) : runs_(runs), begun_(now()) {}
  std::chrono::microseconds lap() {
    const auto begun = std::exchange(begun_, now());
    return std::chrono::duration_cast<std::chrono::microseconds>(begun_ - begun);
  }

 private:
  [[nodiscard]] Clock::time_point now() const { return runs_ ? Clock::now() : Clock::time_point(); }
  bool runs_;
  Clock::time_point begun_;
};

/// EXPLAIN: the lines of the plan become the rows of the answer.
void write_plan(StatementAnswer& answer) {
  answer.plan = std::make_shared<PlanNode>(answer.query->plan());
  answer.rows = Rows(1);
  const auto text = plan_text(*answer.plan);
  std::string_view rest = text;
  while (!rest.empty()) {
    const auto line = rest.substr(0, rest.find('\n'));
    const Value row = std::string(line);
    answer.rows.add({&row, 1});
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
  }
}

}  // namespace

CypherResult<StatementAnswer> ask(const Graph& graph, const Statement& statement, Budget budget) {
  return ask(PlanCache::of(graph), statement, budget);
}

namespace {

CypherResult<StatementAnswer> ask_in_force(const PlanCache& plans, const Statement& statement, Budget& budget) {
  StopWatch watch(statement.timed);
  auto query = plans.prepare(statement.text, statement.parameters);
  if (!query) return tl::unexpected(std::move(query.error()));
  const auto width = (*query)->columns().size();
  auto warnings = (*query)->warnings();
  StatementAnswer answer{std::move(*query), Rows(width), {}, std::move(warnings), {}, {}, {}};
  answer.prepared = watch.lap();
  if (answer.query->is_explain()) {
    write_plan(answer);
    return answer;
  }
  std::optional<Profile> profile;
  if (answer.query->is_profile()) profile.emplace();
  const auto take = [&](std::span<const Value> row) {
    if (answer.rows.size() == statement.max_rows) {
      answer.truncated = Truncation{fmt::format("the first {} rows: the limit of this request", statement.max_rows),
                                    "add SKIP and LIMIT to the query, or raise max_rows"};
      return false;
    }
    // Stops before memory runs out, because the rows that were found must still be written.
    if (MemoryAccount::is_short()) {
      answer.truncated = cut_by_memory(budget);
      return false;
    }
    answer.rows.add(row);
    return true;
  };
  std::vector<std::string> notes;
  answer.query->run_or_throw(statement.parameters, budget, take, profile ? &*profile : nullptr, &notes);
  answer.warnings.insert(answer.warnings.end(), notes.begin(), notes.end());
  answer.executed = watch.lap();
  if (profile) answer.plan = std::make_shared<PlanNode>(answer.query->plan(&*profile));
  return answer;
}

}  // namespace

CypherResult<StatementAnswer> ask(const PlanCache& plans, const Statement& statement, Budget budget) {
  return guarded([&] {
    const BudgetInForce in_force(budget);
    return ask_in_force(plans, statement, budget);
  });
}

CypherResult<Value> temporal_value(ValueType kind, std::string_view text) {
  return guarded([&]() -> CypherResult<Value> { return construct_temporal(kind, Text(text)); });
}

CypherResult<Value> value_of_json(std::string_view json) {
  return guarded([&]() -> CypherResult<Value> { return parse_json(json); });
}

std::string profile_text(const StatementAnswer& answer) {
  return answer.plan && answer.plan->done ? plan_text(*answer.plan) : std::string();
}

}  // namespace treatygraph::queries::cypher
