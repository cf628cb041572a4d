// How rows flow: feed(run, i, row) gives the row to clause i. MATCH, UNWIND, CALL and subqueries call feed(run, i + 1,
// row) for each row that they make of it. A projection without grouping, sorting or counting does the same. Any other
// projection collects rows, or counts them, in a ProjectionRun, and single() lets it pass on what it has collected
// after the clauses before it have ended. A false result travels back through all clauses and ends the run, after LIMIT
// for example.

#include "queries/cypher/running/execution.h"

#include <algorithm>

#include "graph/graph.h"
#include "queries/cypher/running/matcher.h"
#include "queries/cypher/running/pattern_cache.h"
#include "queries/cypher/values/order.h"
#include "queries/cypher/values/temporal.h"
#include "queries/cypher/values/value_buffers.h"

namespace treatygraph::queries::cypher {

/// The state of one part of a query while it runs.
struct Execution::Run {
  const SingleQuery& query;
  Emit emit;
  std::vector<std::unique_ptr<ProjectionRun>> projections;  ///< by clause; null for stateless clauses
  bool stopped = false;                                     ///< no more rows are wanted
};

Execution::Execution(const EvaluationContext& around, const Map& parameters, Budget& budget, const ResolvedQuery& query,
                     Profile* profile)
    : context_{around, parameters, budget, *this, profile}, row_(ValueBuffers::take()) {
  row_.resize(query.slot_count);
  if (query.reads_clock) context_.around.now = current_instant();
}
Execution::~Execution() {
  ValueBuffers::give_back(std::move(row_));
}

void Execution::stop() const {
  throw cypher_error(context_.budget.why_stopped());
}

PatternCache& Execution::patterns() {
  if (!patterns_) patterns_ = std::make_unique<PatternCache>();
  return *patterns_;
}

void Execution::run(const Query& query, const ResolvedQuery& resolved, FunctionRef<bool(std::span<const Value>)> emit) {
  parts(query, row_, [&](std::size_t part) {
    return emit(std::span(row_).subspan(resolved.first_column[part], resolved.columns.size()));
  });
}

bool Execution::parts(const Query& query, Row& row, FunctionRef<bool(std::size_t)> emit) {
  if (query.parts.size() > 1 && !query.union_all) return distinct_parts(query, row, emit);
  for (std::size_t i = 0; i < query.parts.size(); ++i) {
    if (!single(query.parts[i], row, [&] { return emit(i); })) return false;
  }
  return true;
}

/// UNION without ALL: rows that an earlier row equals are left out, across all parts.
bool Execution::distinct_parts(const Query& query, Row& row, FunctionRef<bool(std::size_t)> emit) {
  RowSet seen;
  for (std::size_t i = 0; i < query.parts.size(); ++i) {
    const auto& columns = query.parts[i].columns;
    const auto each = [&] {
      const auto first = columns.empty() ? 0 : columns[0];
      if (!seen.add(std::span(row).subspan(first, columns.size()))) return true;
      return emit(i);
    };
    if (!single(query.parts[i], row, each)) return false;
  }
  return true;
}

bool Execution::single(const SingleQuery& query, Row& row, Emit emit) {
  Run run{query, emit, {}, false};
  for (std::size_t i = 0; i < query.clauses.size(); ++i) {
    const auto* projection = as<ProjectionClause>(*query.clauses[i]);
    if (projection == nullptr || is_row_by_row(*projection)) continue;
    run.projections.resize(query.clauses.size());
    run.projections[i] = std::make_unique<ProjectionRun>(*projection, context_);
  }
  // First the rows themselves, then what each projection has kept, in the order of the clauses: finishing one may give
  // rows to the next.
  feed(run, 0, row);
  for (std::size_t i = 0; i < run.projections.size() && !run.stopped; ++i) {
    if (run.projections[i]) run.projections[i]->finish(row, [&] { return feed(run, i + 1, row); });
  }
  return !run.stopped;
}

/// Passes the row to clause `at`. False if no more rows are wanted.
bool Execution::feed(Run& run, std::size_t at, Row& row) {
  if (context_.profile != nullptr && at > 0) context_.profile->add_row(run.query.clauses[at - 1].get());
  if (at == run.query.clauses.size()) {
    if (run.emit()) return true;
    run.stopped = true;
    return false;
  }
  return std::visit([&](const auto& clause) { return feed_to(clause, run, at, row); }, run.query.clauses[at]->of);
}

bool Execution::feed_to(const ProjectionClause& clause, Run& run, std::size_t at, Row& row) {
  if (!is_row_by_row(clause)) return run.projections[at]->add(row, [&] { return feed(run, at + 1, row); });
  for (const auto& item : clause.items) row[item.slot] = evaluate(*item.expression, row, context_);
  return (clause.where && !is_met(*clause.where, row, context_)) || feed(run, at + 1, row);
}

/// Each part of a UNION has slots of its own; the clauses after the subquery read those of the first part.
bool Execution::feed_parts(const Query& query, const std::vector<Slot>& to, Row& row, Emit next) {
  return parts(query, row, [&](std::size_t part) {
    const auto& columns = query.parts[part].columns;
    for (std::size_t i = 0; &columns != &to && i < to.size(); ++i) row[to[i]] = row[columns[i]];
    return next();
  });
}

bool Execution::feed_to(const SubqueryClause& clause, Run& run, std::size_t at, Row& row) {
  const auto& columns = clause.query->parts[0].columns;
  bool more = true;
  bool has_row = false;
  feed_parts(*clause.query, columns, row, [&] {
    has_row = true;
    return more = feed(run, at + 1, row);
  });
  if (has_row || !clause.optional) return more;
  for (const auto slot : columns) row[slot] = Value();
  return feed(run, at + 1, row);
}

/// Runs the first branch whose condition is true for the row. If there is none, the row is dropped.
bool Execution::feed_to(const ConditionalClause& clause, Run& run, std::size_t at, Row& row) {
  const auto& branches = clause.branches;
  const auto& columns = branches[0].query->parts[0].columns;
  for (const auto& branch : branches) {
    if (branch.when && !is_met(*branch.when, row, context_)) continue;
    bool more = true;
    feed_parts(*branch.query, columns, row, [&] { return more = feed(run, at + 1, row); });
    return more;
  }
  return true;
}

/// OPTIONAL MATCH: if nothing matches, one row with nulls.
bool Execution::feed_to(const MatchClause& clause, Run& run, std::size_t at, Row& row) {
  bool found = false;
  Matcher matcher(*clause.plan, row, context_);
  const bool more = matcher.run([&] {
    found = true;
    return feed(run, at + 1, row);
  });
  if (found || !clause.optional) return more;
  for (const auto slot : clause.plan->binds) row[slot] = Value();
  return feed(run, at + 1, row);
}

bool Execution::feed_to(const UnwindClause& clause, Run& run, std::size_t at, Row& row) {
  const auto list = evaluate(*clause.list, row, context_);
  if (list.is_null()) return true;
  auto number = clause.first_number;
  const auto hand_on = [&](const Value& item) {
    spend(1);
    row[clause.slot] = item;
    if (clause.number_slot != kNoSlot) row[clause.number_slot] = number++;
    return feed(run, at + 1, row);
  };
  return list.is(ValueType::List) ? std::ranges::all_of(list.list(), hand_on) : hand_on(list);
}

bool Execution::feed_to(const CallClause& clause, Run& run, std::size_t at, Row& row) {
  const auto& procedure = *static_cast<const Procedure*>(clause.resolved);
  std::vector<Value> arguments;
  if (clause.has_arguments) {
    for (const auto& argument : clause.arguments) arguments.push_back(evaluate(*argument, row, context_));
  } else {
    for (const auto& input : procedure.inputs) arguments.push_back(*context_.parameters.find(input.name));
  }
  const auto rows = procedure.call(context_.around, arguments, context_.budget);
  if (clause.optional && rows.empty() && !clause.yields.empty()) {
    for (const auto& yielded : clause.yields) row[yielded.slot] = Value();
    return feed(run, at + 1, row);
  }
  // A procedure without columns returns nothing when it is the whole query, and otherwise keeps the row.
  if (procedure.outputs.empty()) return run.query.clauses.size() == 1 || feed(run, at + 1, row);
  for (const auto& values : rows) {
    spend(1);
    for (const auto& yielded : clause.yields) {
      const auto output = std::ranges::find(procedure.outputs, yielded.column, &ProcedureColumn::name);
      row[yielded.slot] = values[static_cast<std::size_t>(output - procedure.outputs.begin())];
    }
    if (clause.where && !is_met(*clause.where, row, context_)) continue;
    if (!feed(run, at + 1, row)) return false;
  }
  return true;
}

/// The number of hops of the step, which the graph knows without walking them.
Value Execution::degree(const MatchStep& step, const Row& row) {
  const auto& from = row[step.from];
  if (!from.is(ValueType::Node)) return 0;
  const auto& graph = context_.around.graph;
  std::size_t hops = 0;
  for (const auto type : step.types) {
    hops += step.direction == Direction::Out ? graph.out(from.node(), type).size() : graph.in(from.node(), type).size();
  }
  spend(1);
  return static_cast<std::int64_t>(hops);
}

Value Execution::value_of(const PatternPredicate& e, Row& row) {
  bool found = false;
  Matcher(*e.plan, row, context_).run([&] {
    found = true;
    return false;
  });
  return found;
}

Value Execution::value_of(const ShortestPaths& e, Row& row) {
  const bool all = e.pattern->shortest == ShortestPath::All;
  ValueList list;
  Matcher(*e.plan, row, context_).run([&] {
    list.push_back(row[e.pattern->slot]);
    return all;
  });
  if (all) return list;
  return list.empty() ? Value() : list[0];
}

Value Execution::value_of(const PatternComprehension& e, Row& row) {
  ValueList list;
  Matcher(*e.plan, row, context_).run([&] {
    list.push_back(evaluate(*e.item, row, context_));
    return true;
  });
  return list;
}

Value Execution::value_of(const Subquery& e, Row& row) {
  switch (e.kind) {
    case Subquery::Kind::Exists: {
      bool found = false;
      parts(*e.query, row, [&](std::size_t) {
        found = true;
        return false;
      });
      return found;
    }
    case Subquery::Kind::Count: {
      if (e.degree != nullptr) return degree(*e.degree, row);
      std::int64_t count = 0;
      parts(*e.query, row, [&](std::size_t) { return ++count > 0; });
      return count;
    }
    case Subquery::Kind::Collect:
      break;
  }
  ValueList list;
  parts(*e.query, row, [&](std::size_t part) {
    list.push_back(row[e.query->parts[part].columns[0]]);
    return true;
  });
  return list;
}

}  // namespace treatygraph::queries::cypher
