#include "queries/cypher/running/plan_tree.h"

#include <fmt/format.h>

#include "queries/cypher/planning/match_plan.h"

namespace treatygraph::queries::cypher {
namespace {

class TreeMaker {
 public:
  TreeMaker(const Graph& graph, const Profile* profile) : graph_(graph), profile_(profile) {}

  PlanNode query(const Query& query) {
    if (query.parts.size() == 1) return single(query.parts[0]);
    PlanNode all{query.union_all ? "UnionAll" : "Union", {}, {}, {}, {}};
    for (const auto& part : query.parts) all.children.push_back(single(part));
    return all;
  }

 private:
  PlanNode single(const SingleQuery& query) {
    PlanNode last{"Start", "one row", {}, {}, {}};
    for (const auto& clause : query.clauses) last = this->clause(*clause, std::move(last));
    return last;
  }

  PlanNode above(PlanNode below, const void* of, std::string op, std::string details) {
    PlanNode node{std::move(op), std::move(details), {}, {}, {}};
    if (profile_ != nullptr) node.done = profile_->of(of);
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
    }
    return match.optional ? above(std::move(below), &clause, "Optional", "null where nothing is found") : below;
  }

  PlanNode node_of(const UnwindClause& unwind, const Clause& clause, PlanNode below) {
    return above(std::move(below), &clause, "Unwind", unwind.name);
  }

  PlanNode node_of(const CallClause& call, const Clause& clause, PlanNode below) {
    return above(std::move(below), &clause, "ProcedureCall", call.procedure);
  }

  PlanNode node_of(const SubqueryClause& subquery, const Clause& clause, PlanNode below) {
    auto apply = above(std::move(below), &clause, "Apply", "the subquery, once for each row");
    apply.children.push_back(query(*subquery.query));
    return apply;
  }

  PlanNode node_of(const ConditionalClause& conditional, const Clause& clause, PlanNode below) {
    auto choice = above(std::move(below), &clause, "Conditional", "the first branch whose condition is met");
    for (const auto& branch : conditional.branches) choice.children.push_back(query(*branch.query));
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
    std::vector<std::string> names;
    for (const auto& item : projection.items) names.push_back(item.name);
    return above(std::move(below), &clause, op, fmt::format("{}", fmt::join(names, ", ")));
  }

  const Graph& graph_;
  const Profile* profile_;
};

void write(const PlanNode& plan, std::size_t depth, std::string& text) {
  const bool branches = plan.op == "Union" || plan.op == "UnionAll";
  for (std::size_t i = 0; i < plan.children.size(); ++i) write(plan.children[i], depth + (branches || i > 0), text);
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
