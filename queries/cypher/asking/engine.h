#pragma once
// openCypher over a graph, read-only: the interface of this folder. No exception leaves it.

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

/// A query analysed and planned for one graph. Immutable and thread-safe.
class PreparedQuery {
 public:
  /// `parameters` gives the names; values may differ from run to run.
  [[nodiscard]] static CypherResult<PreparedQuery> prepare(std::string_view text, const EvaluationContext& around,
                                                           const Procedures& procedures, const Map& parameters);
  PreparedQuery(PreparedQuery&&) noexcept;
  PreparedQuery& operator=(PreparedQuery&&) noexcept;
  ~PreparedQuery();

  [[nodiscard]] const std::vector<std::string>& columns() const;
  /// Names in the query that do not exist in the graph, with the nearest existing ones.
  [[nodiscard]] const std::vector<std::string>& warnings() const;
  [[nodiscard]] bool is_explain() const;
  [[nodiscard]] bool is_profile() const;
  /// Includes the counts of `profile`, if given.
  [[nodiscard]] PlanNode plan(const Profile* profile = nullptr) const;

  /// The time taken to analyse and plan.
  struct Costs {
    std::chrono::microseconds parsed{};
    std::chrono::microseconds planned{};
  };
  [[nodiscard]] const Costs& costs() const;

  /// Whether all parameters of the query are given, and those that warnings depend on have the same types as before.
  [[nodiscard]] bool suits(const Map& parameters) const;

  using Emit = FunctionRef<bool(std::span<const Value> row)>;
  /// Calls `emit` with each row; it returns false to stop. `parameters` must contain all that the query needs. Adds to
  /// `notes` what the questions of its procedures say besides their rows.
  [[nodiscard]] CypherResult<void> run(const Map& parameters, Budget& budget, Emit emit, Profile* profile = nullptr,
                                       std::vector<std::string>* notes = nullptr) const;
  /// The same for use in this folder, with the budget already in force: errors are thrown.
  void run_or_throw(const Map& parameters, Budget& budget, Emit emit, Profile* profile,
                    std::vector<std::string>* notes) const;

 private:
  explicit PreparedQuery(std::unique_ptr<const ParsedQuery> parsed);
  std::unique_ptr<const ParsedQuery> parsed_;
};

}  // namespace treatygraph::queries::cypher
