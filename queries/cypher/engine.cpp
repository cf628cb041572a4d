#include "queries/cypher/engine.h"

#include <algorithm>
#include <new>

#include <fmt/format.h>

#include "queries/cypher/execution.h"
#include "queries/cypher/match_plan.h"
#include "queries/cypher/parser.h"
#include "queries/cypher/semantics.h"

namespace treatygraph::queries::cypher {

struct ParsedQuery {
  Surroundings around;
  std::unique_ptr<Query> query;
  ResolvedQuery resolved;
};

PreparedQuery::PreparedQuery(std::unique_ptr<const ParsedQuery> parsed) : parsed_(std::move(parsed)) {}
PreparedQuery::PreparedQuery(PreparedQuery&&) noexcept = default;
PreparedQuery& PreparedQuery::operator=(PreparedQuery&&) noexcept = default;
PreparedQuery::~PreparedQuery() = default;

CypherResult<PreparedQuery> PreparedQuery::prepare(std::string_view text, const Surroundings& around,
                                                   const Procedures& procedures, const Map& parameters) {
  try {
    auto query = parse(text);
    auto resolved = resolve(*query, around, procedures, parameters);
    return PreparedQuery(
        std::unique_ptr<const ParsedQuery>(new ParsedQuery{around, std::move(query), std::move(resolved)}));
  } catch (CypherError& error) {
    return tl::unexpected(std::move(error));
  }
}

const std::vector<std::string>& PreparedQuery::columns() const {
  return parsed_->resolved.columns;
}
const std::vector<std::string>& PreparedQuery::warnings() const {
  return parsed_->resolved.warnings;
}
bool PreparedQuery::is_explain() const {
  return parsed_->query->explain;
}
bool PreparedQuery::is_profile() const {
  return parsed_->query->profile;
}

CypherResult<void> PreparedQuery::run(const Map& parameters, Budget& budget, Emit emit) const {
  const auto& resolved = parsed_->resolved;
  try {
    Execution execution(parsed_->around, parameters, budget, resolved.slot_count);
    std::vector<Value> values(resolved.columns.size());
    execution.run(*parsed_->query, [&](std::size_t part, const Row& row) {
      const auto& slots = resolved.column_slots[part];
      for (std::size_t i = 0; i < slots.size(); ++i) values[i] = row[slots[i]];
      return emit(values);
    });
    return {};
  } catch (CypherError& error) {
    return tl::unexpected(std::move(error));
  }
}

namespace {

std::string plan_of(const Query& query, const Graph& graph, std::size_t depth);

std::string plan_of(const Clause& clause, const Graph& graph, std::size_t depth) {
  const std::string indent(2 * depth, ' ');
  switch (clause.kind) {
    case Clause::Kind::Match: {
      auto text = indent + (clause.match.optional ? "OptionalMatch\n" : "Match\n");
      for (const auto& step : clause.match.plan->steps) text += fmt::format("{}  {}\n", indent, describe(step, graph));
      return text;
    }
    case Clause::Kind::Unwind:
      return fmt::format("{}Unwind {}\n", indent, clause.unwind.name);
    case Clause::Kind::Call:
      return fmt::format("{}ProcedureCall {}\n", indent, clause.call.procedure);
    case Clause::Kind::Subquery:
      return indent + "Subquery\n" + plan_of(*clause.subquery.query, graph, depth + 1);
    case Clause::Kind::Projection:
      break;
  }
  const auto& projection = clause.projection;
  auto text = indent;
  if (!projection.aggregates.empty()) text += "Aggregate ";
  if (projection.distinct) text += "Distinct ";
  if (!projection.order.empty()) text += projection.limit ? "Top " : "Sort ";
  if (projection.skip) text += "Skip ";
  if (projection.limit) text += "Limit ";
  std::vector<std::string> names;
  for (const auto& item : projection.items) names.push_back(item.name);
  return fmt::format("{}{} {}\n", text, projection.is_return ? "Return" : "With", fmt::join(names, ", "));
}

std::string plan_of(const Query& query, const Graph& graph, std::size_t depth) {
  std::string text;
  for (std::size_t i = 0; i < query.parts.size(); ++i) {
    if (i > 0) text += std::string(2 * depth, ' ') + (query.union_all ? "UnionAll\n" : "Union\n");
    for (const auto& clause : query.parts[i].clauses) text += plan_of(*clause, graph, depth);
  }
  return text;
}

}  // namespace

std::string PreparedQuery::plan() const {
  return plan_of(*parsed_->query, parsed_->around.graph, 0);
}

Position position_of(std::size_t offset, std::string_view query) {
  Position position;
  for (const char c : query.substr(0, offset)) {
    if (c == '\n') {
      ++position.line;
      position.column = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80) {
      ++position.column;
    }
  }
  return position;
}

std::string explain(const CypherError& error, std::string_view query) {
  auto text = fmt::format("{} ({}): {}", error.type, error.detail, error.message);
  if (error.span.length == 0 || error.span.offset > query.size()) return text;
  const auto position = position_of(error.span.offset, query);
  const auto before = query.substr(0, error.span.offset).rfind('\n');
  const auto start = before == std::string_view::npos ? 0 : before + 1;
  const auto line = query.substr(start, query.find('\n', start) - start);
  const auto marked =
      std::min(error.span.length, line.size() + start - std::min(error.span.offset, line.size() + start));
  text += fmt::format("\nline {}, column {}\n  {}\n  {}{}", position.line, position.column, line,
                      std::string(position.column - 1, ' '), std::string(std::max<std::size_t>(marked, 1), '^'));
  return text;
}

}  // namespace treatygraph::queries::cypher
