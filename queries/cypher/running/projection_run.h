#pragma once
// Executes one WITH or RETURN: grouping, sorting, DISTINCT, SKIP and LIMIT.

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "queries/cypher/functions/aggregates.h"
#include "queries/cypher/running/evaluate.h"
#include "queries/cypher/values/function_ref.h"
#include "queries/cypher/values/order.h"

namespace treatygraph::queries::cypher {

/// Whether each row can be projected independently of the others: no grouping, DISTINCT, sorting, SKIP or LIMIT.
[[nodiscard]] inline bool is_row_by_row(const ProjectionClause& clause) {
  return clause.aggregates.empty() && !clause.distinct && clause.order.empty() && !clause.skip && !clause.limit;
}

/// The state of one WITH or RETURN that is not row by row. SKIP and LIMIT are evaluated at construction. The arguments
/// must outlive it.
class ProjectionRun {
 public:
  ProjectionRun(const ProjectionClause& clause, Context& context);

  using Pass = FunctionRef<bool()>;

  /// Takes a row. It is passed on at once, or waits until finish() if the clause groups or sorts. False if no more rows
  /// are wanted. `pass` continues with the row, and returns false if no more rows are wanted.
  bool add(Row& row, Pass pass);
  /// Must be called once after the last row. Passes on the groups, or the rows that waited. It overwrites the row.
  void finish(Row& row, Pass pass);

 private:
  /// The aggregates of one group.
  struct Group {
    std::vector<std::unique_ptr<Aggregate>> aggregates;
    std::vector<ValueSet> seen;  ///< per DISTINCT aggregate; empty if there are none
  };
  /// The state of an aggregating clause.
  struct Grouping {
    using Groups = std::unordered_map<std::vector<Value>, Group, HashValues, SameValues>;
    Groups groups;
    std::vector<Groups::value_type*> in_order;  ///< in order of their first rows
    std::vector<Value> keys;                    ///< of the current row
  };
  /// A row that waits to be sorted.
  struct Waiting {
    std::vector<Value> keys;    ///< sort keys
    std::vector<Value> values;  ///< of the slots that are kept
    std::size_t number = 0;     ///< arrival number, which makes the sort stable
  };

  [[nodiscard]] std::int64_t row_count(const ExpressionPtr& expression, std::string_view keyword);
  /// Adds the row to the aggregates of its group.
  void add_to_group(Row& row);
  Group& group_of(Row& row);
  [[nodiscard]] Group new_group() const;
  void finish_groups(Row& row, Pass pass);
  /// Evaluates the items to their slots. Under grouping, only those that aggregate: keys are set already.
  void compute_items(Row& row);
  /// The stages after the items are evaluated: DISTINCT, then sorting or count_off().
  bool project(Row& row, Pass pass);
  /// Keeps the row until all rows can be sorted.
  void wait(Row& row);
  void finish_waiting(Row& row, Pass pass);
  /// Applies SKIP and LIMIT, then WHERE, and passes the row on.
  bool count_off(Row& row, Pass pass);
  /// The order of ORDER BY; rows that are equal keep their order of arrival.
  [[nodiscard]] bool comes_before(const Waiting& a, const Waiting& b) const;

  const ProjectionClause& clause_;
  Context& context_;
  std::int64_t skip_ = 0;
  std::int64_t limit_ = -1;  ///< -1: no limit
  std::optional<Grouping> grouping_;
  std::optional<RowSet> seen_;  ///< under DISTINCT
  std::vector<Slot> kept_;      ///< slots kept with a waiting row: the items, and what WHERE reads besides
  std::vector<Waiting> waiting_;
  Waiting incoming_;  ///< reused, so a row that is not kept costs no allocation
  std::size_t arrived_ = 0;
};

}  // namespace treatygraph::queries::cypher
