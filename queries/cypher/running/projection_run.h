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

/// Whether rows pass independently: no grouping, sorting or counting.
[[nodiscard]] inline bool is_row_by_row(const ProjectionClause& clause) {
  return clause.aggregates.empty() && !clause.distinct && clause.order.empty() && !clause.skip && !clause.limit;
}

class ProjectionRun {
 public:
  ProjectionRun(const ProjectionClause& clause, Context& context);

  using Pass = FunctionRef<bool()>;

  /// Takes a row and passes it on, unless it must wait for others. False if no more rows are wanted.
  bool add(Row& row, Pass pass);
  /// Called after the last row: passes on what waited.
  void finish(Row& row, Pass pass);

 private:
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
  struct Waiting {
    std::vector<Value> keys;    ///< sort keys
    std::vector<Value> values;  ///< of the slots that are kept
    std::size_t number = 0;     ///< arrival number
  };

  [[nodiscard]] std::int64_t row_count(const ExpressionPtr& expression, std::string_view keyword);
  void add_to_group(Row& row);
  Group& group_of(Row& row);
  [[nodiscard]] Group new_group() const;
  void finish_groups(Row& row, Pass pass);
  void compute_items(Row& row);
  bool project(Row& row, Pass pass);
  void wait(Row& row);
  void finish_waiting(Row& row, Pass pass);
  bool count_off(Row& row, Pass pass);
  [[nodiscard]] bool comes_before(const Waiting& a, const Waiting& b) const;

  const ProjectionClause& clause_;
  Context& context_;
  std::int64_t skip_ = 0;
  std::int64_t limit_ = -1;  ///< -1: no limit
  std::optional<Grouping> grouping_;
  std::optional<RowSet> seen_;  ///< under DISTINCT
  std::vector<Slot> kept_;      ///< slots kept with a waiting row: the items, and what WHERE reads besides
  std::vector<Waiting> waiting_;
  Waiting incoming_;
  std::size_t arrived_ = 0;
};

}  // namespace treatygraph::queries::cypher
