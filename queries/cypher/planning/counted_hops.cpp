// The rewrite is correct only if nothing except a count reads the last relationship or the last node. So the conditions
// are: the last step of the plan is a hop to a new node (then no filter follows it), every aggregate gives the same
// result for one row with a number as for that many rows, and no other expression of the projection reads those two
// slots.

#include "queries/cypher/planning/counted_hops.h"

#include <algorithm>
#include <array>

#include "queries/cypher/functions/aggregates.h"
#include "queries/cypher/planning/expression_tree.h"
#include "queries/cypher/planning/match_plan.h"

namespace treatygraph::queries::cypher {
namespace {

using Ends = std::array<Slot, 2>;  ///< of the last relationship and the node that it reaches

bool is_one_of(Slot slot, const Ends& ends) {
  return std::ranges::find(ends, slot) != ends.end();
}

bool reads(const Expression& e, const Ends& ends) {
  std::vector<Slot> slots;
  collect_slots(e, slots);
  return std::ranges::any_of(slots, [&](Slot slot) { return is_one_of(slot, ends); });
}

/// Whether the aggregate gives the same result for one row with a number as for that many equal rows. count(b) does;
/// sum(x) does not, because it takes no number.
bool can_count(const FunctionCall& aggregate, const Ends& ends) {
  if (aggregate.counts_rows) return true;
  if (!aggregate.distinct && !aggregate.aggregate->takes_times) return false;
  const auto* of = as<VariableRead>(*aggregate.arguments[0]);
  const bool counts_end = of != nullptr && is_one_of(of->slot, ends);
  if (counts_end) return !aggregate.distinct && aggregate.aggregate->name == "count";
  return std::ranges::none_of(aggregate.arguments, [&](const auto& argument) { return reads(*argument, ends); });
}

/// Whether a part of the expression that is outside of its aggregates reads a slot that is only counted. Patterns and
/// subqueries are not taken apart: all that they read counts.
bool reads_beside_aggregates(const Expression& e, const Ends& ends) {
  if (is_aggregate(e)) return false;
  bool has_parts = false;
  for_each_part(e, [&](const ExpressionPtr& /*part*/) { has_parts = true; });
  if (!has_parts || pattern_in(e) != nullptr || is<Subquery>(e)) return reads(e, ends);
  return any_part(e, [&](const Expression& part) { return reads_beside_aggregates(part, ends); });
}

bool only_counts(const ProjectionClause& projection, const Ends& ends) {
  const auto reads_end = [&](const auto& item) { return reads_beside_aggregates(*item.expression, ends); };
  return std::ranges::none_of(projection.items, reads_end) && std::ranges::none_of(projection.order, reads_end) &&
         std::ranges::none_of(projection.kept, [&](Slot slot) { return is_one_of(slot, ends); }) &&
         std::ranges::all_of(projection.aggregates, [&](const FunctionCall* one) { return can_count(*one, ends); });
}

/// A hop to a node and over a relationship that have no value yet. A bound end would need a comparison for each hop.
bool is_free_hop(const MatchStep& step) {
  const bool is_hop = step.kind == MatchStep::Kind::Expand || step.kind == MatchStep::Kind::ExpandMany;
  return is_hop && !step.node_bound && !step.impossible && step.relationship->binds;
}

}  // namespace

void count_last_hop(MatchClause& match, ProjectionClause& projection) {
  if (projection.aggregates.empty() || match.plan->steps.empty()) return;
  const auto& last = match.plan->steps.back();
  if (!is_free_hop(last) || !only_counts(projection, {last.relationship->slot, last.slot})) return;
  // The plan is immutable once it is shared, so a copy is changed.
  auto plan = std::make_shared<MatchPlan>(*match.plan);
  plan->steps.back().counts = true;
  projection.times = last.slot;
  match.plan = std::move(plan);
}

}  // namespace treatygraph::queries::cypher
