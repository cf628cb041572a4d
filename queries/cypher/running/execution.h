#pragma once
// Executes one run of a query. It is a push model: each clause calls the next one for each of its rows.

#include <memory>
#include <span>
#include <vector>

#include "queries/cypher/functions/procedures.h"
#include "queries/cypher/meaning/semantics.h"
#include "queries/cypher/running/evaluate.h"
#include "queries/cypher/running/plan_tree.h"
#include "queries/cypher/running/projection_run.h"
#include "queries/cypher/values/function_ref.h"

namespace treatygraph::queries::cypher {

class PatternCache;

/// Used once, by one thread. The arguments must outlive it. Errors are thrown: CypherError, and OutOfBudget.
///
/// There is one row for the whole run. A clause writes its variables to their slots and calls `feed` for the clause
/// after it, so a row is never copied unless a clause must keep it (sorting, grouping). When the call returns, the
/// clause writes its next values over the old ones.
class Execution {
 public:
  Execution(const EvaluationContext& around, const Map& parameters, Budget& budget, const ResolvedQuery& query,
            Profile* profile);
  ~Execution();
  Execution(const Execution&) = delete;
  Execution& operator=(const Execution&) = delete;

  /// Calls `emit` with the columns of each row, which are valid until it returns. It returns false to stop.
  void run(const Query& query, const ResolvedQuery& resolved, FunctionRef<bool(std::span<const Value>)> emit);

  // Values of expressions that contain a query or a pattern, for the evaluator.
  Value value_of(const PatternPredicate& expression, Row& row);
  Value value_of(const PatternComprehension& expression, Row& row);
  Value value_of(const ShortestPaths& expression, Row& row);
  Value value_of(const Subquery& expression, Row& row);

  /// Counts work; throws if the time is used up or the client is gone.
  void spend(std::size_t steps) {
    if (!context_.budget.spend(steps)) stop();
  }
  /// The compiled regular expressions of this run.
  PatternCache& patterns();

 private:
  struct Run;
  using Emit = FunctionRef<bool()>;

  [[noreturn]] void stop() const;
  /// See Subquery::degree.
  Value degree(const MatchStep& step, const Row& row);
  /// Runs the parts of a UNION; `emit` gets the number of the part. These functions, and those below, return false if
  /// no more rows are wanted.
  bool parts(const Query& query, Row& row, FunctionRef<bool(std::size_t)> emit);
  bool distinct_parts(const Query& query, Row& row, FunctionRef<bool(std::size_t)> emit);
  bool single(const SingleQuery& query, Row& row, Emit emit);
  bool feed(Run& run, std::size_t at, Row& row);
  bool feed_to(const ProjectionClause& clause, Run& run, std::size_t at, Row& row);
  // Out of line, because feed() is recursive and would need stack for all of them.
  [[gnu::noinline]] bool feed_to(const MatchClause& clause, Run& run, std::size_t at, Row& row);
  [[gnu::noinline]] bool feed_to(const UnwindClause& clause, Run& run, std::size_t at, Row& row);
  [[gnu::noinline]] bool feed_to(const CallClause& clause, Run& run, std::size_t at, Row& row);
  [[gnu::noinline]] bool feed_to(const SubqueryClause& clause, Run& run, std::size_t at, Row& row);
  [[gnu::noinline]] bool feed_to(const ConditionalClause& clause, Run& run, std::size_t at, Row& row);
  /// Runs a subquery and passes its rows to `next`, with its columns in the slots `to`.
  bool feed_parts(const Query& query, const std::vector<Slot>& to, Row& row, Emit next);

  Context context_;
  Row row_;
  std::unique_ptr<PatternCache> patterns_;  ///< created on first use
};

}  // namespace treatygraph::queries::cypher
