// The askers of questions that weigh and compare.

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "graph/graph.h"
#include "queries/catalogue/common_parameters.h"
#include "queries/catalogue/question_handlers.h"

namespace treatygraph::queries {
namespace {

/// What questions over references have in common: modes, scope and limit.
template <typename Request>
Result<void> read_bounds(const Parameters& parameters, Request& request, const Budget& budget, Warnings& warnings) {
  auto scope = read_scope(parameters);
  if (!scope) return fail(scope.error());
  const auto limit = read_count(parameters, "limit", request.limit, budget.limits().nodes, warnings);
  if (!limit) return fail(limit.error());
  request.modes = parameters.list("modes");
  request.scope = std::move(*scope);
  request.limit = *limit;
  return {};
}

/// The same with the level at which the answer is shown.
template <typename Request>
Result<void> read_reckoning(const Parameters& parameters, Request& request, const Budget& budget, Warnings& warnings) {
  const auto level = read_level(parameters);
  if (!level) return fail(level.error());
  request.level = *level;
  return read_bounds(parameters, request, budget, warnings);
}

void warn_of_divisions(const Graph& graph, const Coverage& coverage, Warnings& warnings) {
  if (coverage.not_entered.empty()) return;
  std::vector<std::string_view> keys;
  for (const auto division : coverage.not_entered) keys.push_back(graph.key(division));
  warnings.push_back(
      fmt::format("rows are bound to {} as a whole: that carries none of the safeguards that its articles provide; "
                  "into=divisions counts them",
                  fmt::join(keys, ", ")));
}

}  // namespace

Result<Answer> ask_impact(const Graph& graph, const Parameters& parameters, const Budget& budget) {
  Warnings warnings;
  ImpactRequest request;
  request.of = parameters.text("of");
  request.only = parameters.list("only");
  const auto read = read_reckoning(parameters, request, budget, warnings);
  if (!read) return fail(read.error());
  const auto why = read_why(graph, parameters);
  if (!why) return fail(why.error());
  auto impact = impact_of(graph, request, budget);
  if (!impact) return fail(impact.error());
  auto told = why_of(graph, impact->dependents, *why, warnings);
  return Answer{std::move(*impact), std::move(warnings), std::move(told)};
}

Result<Answer> ask_coverage(const Graph& graph, const Parameters& parameters, const Budget& budget) {
  Warnings warnings;
  CoverageRequest request;
  if (parameters.has("rows")) request.rows = parameters.list("rows");
  if (parameters.has("columns")) request.columns = parameters.list("columns");
  request.treaty = parameters.text("treaty");
  request.only = parameters.text("only");
  const auto level = read_level(parameters);  // cells are of the rows themselves: there is nothing to group
  if (!level) return fail(level.error());
  const auto into = read_into_divisions(parameters);
  if (!into) return fail(into.error());
  request.into_divisions = *into;
  const auto read = read_bounds(parameters, request, budget, warnings);
  if (!read) return fail(read.error());
  auto coverage = coverage_of(graph, request, budget);
  if (coverage) warn_of_divisions(graph, *coverage, warnings);
  return answer_with(std::move(coverage), std::move(warnings));
}

Result<Answer> ask_compare(const Graph& graph, const Parameters& parameters, const Budget& budget) {
  Warnings warnings;
  CompareRequest request;
  request.left = parameters.text("left");
  request.right = parameters.text("right");
  request.of = parameters.text("of");
  if (parameters.has("label")) request.label = parameters.text("label");
  request.relations = parameters.list("relation");
  if (parameters.has("view")) {
    const auto view = view_called(parameters.text("view"));
    if (!view) return fail(view.error());
    request.view = *view;
  }
  auto scope = read_scope(parameters);
  if (!scope) return fail(scope.error());
  const auto limit = read_count(parameters, "limit", request.limit, budget.limits().nodes, warnings);
  if (!limit) return fail(limit.error());
  request.scope = std::move(*scope);
  request.limit = *limit;
  return answer_with(compare(graph, request, budget), std::move(warnings));
}

Result<Answer> ask_cycles(const Graph& graph, const Parameters& parameters, const Budget& budget) {
  Warnings warnings;
  CyclesRequest request;
  request.treaty = parameters.text("treaty");
  request.of = parameters.text("of");
  const auto read = read_reckoning(parameters, request, budget, warnings);
  if (!read) return fail(read.error());
  return answer_with(cycles_in(graph, request, budget), std::move(warnings));
}

Result<Answer> ask_rank(const Graph& graph, const Parameters& parameters, const Budget& budget) {
  Warnings warnings;
  RankRequest request;
  request.label = parameters.text("label");
  request.types = parameters.list("types");
  request.treaty = parameters.text("treaty");
  if (parameters.has("by")) {
    const auto by = centrality_called(parameters.text("by"));
    if (!by) return fail(by.error());
    request.by = *by;
  }
  const auto read = read_reckoning(parameters, request, budget, warnings);
  if (!read) return fail(read.error());
  return answer_with(rank_of(graph, request, budget), std::move(warnings));
}

}  // namespace treatygraph::queries
