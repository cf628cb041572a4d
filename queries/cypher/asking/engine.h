#pragma once
// openCypher over a graph, read-only: the interface of queries/cypher. Except for run_or_throw(), no exception leaves
// it.

#include <chrono>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "graph/graph.h"
#include "queries/cypher/functions/functions.h"
#include "queries/cypher/functions/procedures.h"
#include "queries/cypher/running/plan_tree.h"
#include "queries/cypher/values/error.h"
#include "queries/cypher/values/function_ref.h"
#include "queries/cypher/values/value.h"
#include "queries/request/budget.h"

namespace treatygraph::queries::cypher {

struct ParsedQuery;

template <typename T>
using CypherResult = tl::expected<T, CypherError>;

/// A query that is parsed, analysed and planned for one graph. Immutable, so several threads may run it at once. The
/// graph must outlive it.
class PreparedQuery {
 public:
  /// Parses, analyses and plans `text`. `parameters` must contain every parameter that the query reads; later runs may
  /// have other values. `procedures` must outlive the result.
  [[nodiscard]] static CypherResult<PreparedQuery> prepare(std::string_view text, const EvaluationContext& around,
                                                           const Procedures& procedures, const Map& parameters);
  PreparedQuery(PreparedQuery&&) noexcept;
  PreparedQuery& operator=(PreparedQuery&&) noexcept;
  ~PreparedQuery();

  [[nodiscard]] const std::vector<std::string>& columns() const;
  /// What the analysis noticed: names that do not exist in the graph, with the nearest existing ones, and conditions
  /// that nothing can meet.
  [[nodiscard]] const std::vector<std::string>& warnings() const;
  [[nodiscard]] bool is_explain() const;
  [[nodiscard]] bool is_profile() const;
  /// The plan as a tree, with the counts of `profile` if it is given.
  [[nodiscard]] PlanNode plan(const Profile* profile = nullptr) const;

  /// The time taken to parse, and to analyse and plan.
  struct Costs {
    std::chrono::microseconds parsed{};
    std::chrono::microseconds planned{};
  };
  [[nodiscard]] const Costs& costs() const;

  /// Whether the query can run with these parameters: all that it needs are given, and those that warnings depend on
  /// have the same types as when it was prepared.
  [[nodiscard]] bool suits(const Map& parameters) const;

  using Emit = FunctionRef<bool(std::span<const Value> row)>;
  /// Runs the query and calls `emit` with each row, which is valid until `emit` returns; `emit` returns false to stop.
  /// `parameters` must suit the query. Warnings of the procedures that it calls are added to `notes`. Stopping is not
  /// an error.
  [[nodiscard]] CypherResult<void> run(const Map& parameters, Budget& budget, Emit emit, Profile* profile = nullptr,
                                       std::vector<std::string>* notes = nullptr) const;
  /// The same for use in this folder, with the budget in force already. Errors are thrown.
  void run_or_throw(const Map& parameters, Budget& budget, Emit emit, Profile* profile,
                    std::vector<std::string>* notes) const;

 private:
  explicit PreparedQuery(std::unique_ptr<const ParsedQuery> parsed);
  std::unique_ptr<const ParsedQuery> parsed_;
};

}  // namespace treatygraph::queries::cypher
