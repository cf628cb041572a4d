#pragma once
// openCypher over a graph, read-only: the door of this folder. Nothing below it throws through it.

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

/// A query understood and planned for one graph. Immutable, so any number of threads may run it.
class PreparedQuery {
 public:
  /// `parameters` say which are given; their values may differ from run to run.
  [[nodiscard]] static CypherResult<PreparedQuery> prepare(std::string_view text, const EvaluationContext& around,
                                                           const Procedures& procedures, const Map& parameters);
  PreparedQuery(PreparedQuery&&) noexcept;
  PreparedQuery& operator=(PreparedQuery&&) noexcept;
  ~PreparedQuery();

  [[nodiscard]] const std::vector<std::string>& columns() const;
  /// Names in the query that the graph does not have, with the nearest that it has.
  [[nodiscard]] const std::vector<std::string>& warnings() const;
  [[nodiscard]] bool is_explain() const;
  [[nodiscard]] bool is_profile() const;
  /// With what `profile` counted in a run, where one is given.
  [[nodiscard]] PlanNode plan(const Profile* profile = nullptr) const;

  /// How long it took to understand the text, once.
  struct Costs {
    std::chrono::microseconds parsed{};
    std::chrono::microseconds planned{};
  };
  [[nodiscard]] const Costs& costs() const;

  /// Whether all that the query asks for is given.
  [[nodiscard]] bool has_all(const Map& parameters) const;

  using Emit = FunctionRef<bool(std::span<const Value> row)>;
  /// Calls `emit` with each row; false from it ends the run. `parameters` must have all that the query asks for.
  [[nodiscard]] CypherResult<void> run(const Map& parameters, Budget& budget, Emit emit,
                                       Profile* profile = nullptr) const;
  /// The same for this folder, with the budget in force already: errors are thrown.
  void run_or_throw(const Map& parameters, Budget& budget, Emit emit, Profile* profile) const;

 private:
  explicit PreparedQuery(std::unique_ptr<const ParsedQuery> parsed);
  std::unique_ptr<const ParsedQuery> parsed_;
};

}  // namespace treatygraph::queries::cypher
