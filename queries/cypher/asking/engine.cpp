// A query goes through these stages: parse (language/), resolve and plan (meaning/, planning/), execute (running/). The
// first three happen once and their result, a ParsedQuery, is shared by all runs; the last one creates an Execution for
// each run.

#include "queries/cypher/asking/engine.h"

#include <algorithm>
#include <new>

#include <fmt/format.h>

#include "queries/cypher/indexes/label_lists.h"
#include "queries/cypher/indexes/property_types.h"
#include "queries/cypher/language/parser.h"
#include "queries/cypher/meaning/semantics.h"
#include "queries/cypher/running/execution.h"
#include "queries/cypher/values/guarded.h"

namespace treatygraph::queries::cypher {

/// The tree with everything that the analysis found. Plans point into the tree.
struct ParsedQuery {
  EvaluationContext around;
  std::unique_ptr<Query> query;
  ResolvedQuery resolved;
  PreparedQuery::Costs costs;
};

PreparedQuery::PreparedQuery(std::unique_ptr<const ParsedQuery> parsed) : parsed_(std::move(parsed)) {}
PreparedQuery::PreparedQuery(PreparedQuery&&) noexcept = default;
PreparedQuery& PreparedQuery::operator=(PreparedQuery&&) noexcept = default;
PreparedQuery::~PreparedQuery() = default;

CypherResult<PreparedQuery> PreparedQuery::prepare(std::string_view text, const EvaluationContext& around,
                                                   const Procedures& procedures, const Map& parameters) {
  return guarded([&]() -> CypherResult<PreparedQuery> {
    using Clock = std::chrono::steady_clock;
    const auto begun = Clock::now();
    auto query = parse(text);
    const auto parsed = Clock::now();
    auto resolved = resolve(*query, around, procedures, parameters);
    if (query->explain) resolved.columns = {"plan"};
    auto surroundings = around;
    surroundings.label_lists = &LabelLists::of(around.graph);
    if (!around.key_property.empty()) surroundings.property_types = &PropertyTypes::of(around.graph);
    const auto microseconds = [](Clock::duration time) {
      return std::chrono::duration_cast<std::chrono::microseconds>(time);
    };
    const Costs costs{microseconds(parsed - begun), microseconds(Clock::now() - parsed)};
    return PreparedQuery(std::unique_ptr<const ParsedQuery>(
        new ParsedQuery{surroundings, std::move(query), std::move(resolved), costs}));
  });
}

const std::vector<std::string>& PreparedQuery::columns() const {
  return parsed_->resolved.columns;
}
const std::vector<std::string>& PreparedQuery::warnings() const {
  return parsed_->resolved.warnings;
}
const PreparedQuery::Costs& PreparedQuery::costs() const {
  return parsed_->costs;
}
bool PreparedQuery::is_explain() const {
  return parsed_->query->explain;
}
bool PreparedQuery::is_profile() const {
  return parsed_->query->profile;
}

bool PreparedQuery::suits(const Map& parameters) const {
  const auto is_given = [&](const std::string& name) { return parameters.find(name) != nullptr; };
  const auto is_of_type = [&](const auto& looked_at) {
    const auto* value = parameters.find(looked_at.first);
    return value != nullptr && value->type() == looked_at.second;
  };
  return std::ranges::all_of(parsed_->resolved.parameters, is_given) &&
         std::ranges::all_of(parsed_->resolved.looked_at, is_of_type);
}

CypherResult<void> PreparedQuery::run(const Map& parameters, Budget& budget, Emit emit, Profile* profile,
                                      std::vector<std::string>* notes) const {
  return guarded([&]() -> CypherResult<void> {
    const BudgetInForce in_force(budget);
    run_or_throw(parameters, budget, emit, profile, notes);
    return {};
  });
}

void PreparedQuery::run_or_throw(const Map& parameters, Budget& budget, Emit emit, Profile* profile,
                                 std::vector<std::string>* notes) const {
  auto around = parsed_->around;
  around.notes = notes;
  Execution execution(around, parameters, budget, parsed_->resolved, profile);
  execution.run(*parsed_->query, parsed_->resolved, emit);
}

PlanNode PreparedQuery::plan(const Profile* profile) const {
  return plan_tree(*parsed_->query, parsed_->around.graph, profile);
}

}  // namespace treatygraph::queries::cypher
