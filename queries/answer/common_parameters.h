#pragma once
// Parameters that several questions share, parsed the same way for all.

#include <string>
#include <string_view>
#include <vector>

#include "graph/hops.h"
#include "queries/answer/answer.h"
#include "queries/request/budget.h"
#include "queries/request/page.h"
#include "queries/request/parameters.h"
#include "queries/request/scope.h"
#include "queries/treaty/dependency_steps.h"
#include "queries/treaty/provision_level.h"

namespace treatygraph::queries {

/// "out", "in" or "both"; `otherwise` if absent.
[[nodiscard]] Result<Relation> read_relation(const Parameters& parameters, Relation otherwise);
/// into=divisions.
[[nodiscard]] Result<bool> read_into_divisions(const Parameters& parameters);
[[nodiscard]] Result<Direction> read_direction(const Parameters& parameters, Direction otherwise);
/// `without`, `basis` and `as_of`.
[[nodiscard]] Result<Scope> read_scope(const Parameters& parameters);
/// `level`; articles by default.
[[nodiscard]] Result<Level> read_level(const Parameters& parameters);
/// The number called `name`; values above `most` become `most`, with a warning.
[[nodiscard]] Result<std::size_t> read_count(const Parameters& parameters, std::string_view name, std::size_t otherwise,
                                             std::size_t most, Warnings& warnings);
/// `limit` and `cursor`.
[[nodiscard]] Result<Page> read_page(const Parameters& parameters, std::size_t otherwise, Warnings& warnings);

/// The value of `why`: nothing, every node of the answer, or one node.
struct WhyAsked {
  bool is_asked = false;
  std::optional<NodeId> of;
};
[[nodiscard]] Result<WhyAsked> read_why(const Graph& graph, const Parameters& parameters);
/// A warning that the requested node is not in the answer; for an answer that explains no node.
void warn_of_absence(const Graph& graph, const WhyAsked& why, Warnings& warnings);

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
Result<void> read_bounds_and_level(const Parameters& parameters, Request& request, const Budget& budget,
                                   Warnings& warnings) {
  const auto level = read_level(parameters);
  if (!level) return fail(level.error());
  request.level = *level;
  return read_bounds(parameters, request, budget, warnings);
}

}  // namespace treatygraph::queries
