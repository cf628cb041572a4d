// Translates the clauses, and the steps of each MATCH, into a chain of operators. Each operator has the one before it
// as its first child; subqueries and branches are further children.

#include "queries/cypher/running/plan_tree.h"

#include <algorithm>

#include <fmt/format.h>

#include "queries/cypher/planning/match_plan.h"

namespace treatygraph::queries::cypher {
namespace {

using Names = std::vector<std::string>;

void add(Names& names, const std::string& name) {
  if (!name.empty() && std::ranges::find(names, name) == names.end()) names.push_back(name);
}

void add_names(Names& names, const Pattern& pattern) {
  for (std::size_t i = 0; i < pattern.nodes.size(); ++i) {
    add(names, pattern.nodes[i].name);
    if (i == pattern.relationships.size()) break;
    const auto& relationship = pattern.relationships[i];
    if (relationship.part) add_names(names, relationship.part->pattern);
    add(names, relationship.name);
  }
}

/// The variables that a step binds. Filters bind none.
void add_names(Names& names, const MatchStep& step) {
  using Kind = MatchStep::Kind;
  if (step.kind == Kind::Filter || step.kind == Kind::Property) return;
  if (step.kind == Kind::Select) add_names(names, *step.pattern);
  if (step.relationship != nullptr) {
    if (step.relationship->part) add_names(names, step.relationship->part->pattern);
    add(names, step.relationship->name);
  }
  if (step.node != nullptr) add(names, step.node->name);
  if (step.pattern != nullptr) add(names, step.pattern->name);
}

Names imports_of(const SubqueryClause& subquery, const Names& outer) {
  if (subquery.imports_all) return outer;
  Names names;
  for (const auto& import : subquery.imports) names.push_back(import.name);
  return names;
}

/// Adds the columns of a subquery, whose plan is the last child, to the identifiers.
void add_columns(PlanNode& plan, const Query& query) {
  if (query.parts.front().columns.empty()) return;
  const auto columns = plan.children.back().identifiers;
  for (const auto& column : columns) add(plan.identifiers, column);
}

class TreeMaker {
 public:
  TreeMaker(const Graph& graph, const Profile* profile) : graph_(graph), profile_(profile) {}

  /// `given`: the variables that the query takes from outside.
  PlanNode query(const Query& query, const Names& given = {}) {
    if (query.parts.size() == 1) return single(query.parts[0], given);
    PlanNode all{query.union_all ? "UnionAll" : "Union", {}, {}, {}, {}};
    for (const auto& part : query.parts) all.children.push_back(single(part, given));
    all.identifiers = all.children.front().identifiers;
    return all;
  }

 private:
  PlanNode single(const SingleQuery& query, const Names& given) {
    PlanNode last{"Start", "one row", {}, {}, {}, given};
    for (const auto& clause : query.clauses) last = this->clause(*clause, std::move(last));
    return last;
  }

  /// An operator whose input is `below`. `of` identifies it in the profile.
  PlanNode above(PlanNode below, const void* of, std::string op, std::string details) {
    PlanNode node{std::move(op), std::move(details), {}, {}, {}};
    if (profile_ != nullptr) node.done = profile_->of(of);
    node.identifiers = below.identifiers;
    node.children.push_back(std::move(below));
    return node;
  }

  PlanNode clause(const Clause& clause, PlanNode below) {
    return std::visit([&](const auto& of) { return node_of(of, clause, std::move(below)); }, clause.of);
  }

  PlanNode node_of(const MatchClause& match, const Clause& clause, PlanNode below) {
    for (const auto& step : match.plan->steps) {
      const auto [op, details] = describe(step, graph_);
      below = above(std::move(below), &step, op, details);
      if (step.kind < MatchStep::Kind::Filter) below.estimated = step.rows;
      add_names(below.identifiers, step);
    }
    return match.optional ? above(std::move(below), &clause, "Optional", "null where nothing is found") : below;
  }

  PlanNode node_of(const UnwindClause& unwind, const Clause& clause, PlanNode below) {
    auto rows = above(std::move(below), &clause, "Unwind", unwind.name);
    add(rows.identifiers, unwind.name);
    add(rows.identifiers, unwind.number_name);
    return rows;
  }

  PlanNode node_of(const CallClause& call, const Clause& clause, PlanNode below) {
    auto rows = above(std::move(below), &clause, "ProcedureCall", call.procedure);
    for (const auto& yielded : call.yields) add(rows.identifiers, yielded.name);
    return rows;
  }

  PlanNode node_of(const SubqueryClause& subquery, const Clause& clause, PlanNode below) {
    auto apply = above(std::move(below), &clause, "Apply", "the subquery, once for each row");
    apply.children.push_back(query(*subquery.query, imports_of(subquery, apply.identifiers)));
    add_columns(apply, *subquery.query);
    return apply;
  }

  PlanNode node_of(const ConditionalClause& conditional, const Clause& clause, PlanNode below) {
    auto choice = above(std::move(below), &clause, "Conditional", "the first branch whose condition is met");
    const auto given = choice.identifiers;
    for (const auto& branch : conditional.branches) {
      choice.children.push_back(query(*branch.query, given));
      add_columns(choice, *branch.query);
    }
    return choice;
  }

  PlanNode node_of(const ProjectionClause& projection, const Clause& clause, PlanNode below) {
    std::string op;
    if (!projection.aggregates.empty()) op += "Aggregate ";
    if (projection.distinct) op += "Distinct ";
    if (!projection.order.empty()) op += projection.limit ? "Top " : "Sort ";
    if (projection.skip) op += "Skip ";
    if (projection.limit) op += "Limit ";
    op += projection.is_return ? "Return" : "With";
    Names names;
    for (const auto& item : projection.items) names.push_back(item.name);
    auto projected = above(std::move(below), &clause, op, fmt::format("{}", fmt::join(names, ", ")));
    projected.identifiers = std::move(names);
    return projected;
  }

  const Graph& graph_;
  const Profile* profile_;
};

/// Inputs are written first, so lines are in the order of execution.
void write(const PlanNode& plan, std::size_t depth, std::string& text) {
  const bool branches = plan.op == "Union" || plan.op == "UnionAll";
  for (std::size_t i = 0; i < plan.children.size(); ++i)
    write(plan.children[i], depth + (branches || i > 0 ? 1 : 0), text);
  if (plan.op == "Start") return;
  text += fmt::format("{}{} {}", std::string(2 * depth, ' '), plan.op, plan.details);
  if (plan.done) {
    text += fmt::format("  [rows {}, hits {}]", plan.done->rows, plan.done->hits);
  } else if (plan.estimated) {
    text += fmt::format("  [about {:.0f} rows]", *plan.estimated);
  }
  text += '\n';
}

}  // namespace

PlanNode plan_tree(const Query& query, const Graph& graph, const Profile* profile) {
  return TreeMaker(graph, profile).query(query);
}

std::string plan_text(const PlanNode& plan) {
  std::string text;
  write(plan, 0, text);
  return text;
}

}  // namespace treatygraph::queries::cypher
