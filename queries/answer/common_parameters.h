#pragma once
// Parameters that several questions share, parsed the same way for all. Each error names the parameter and what it can
// be.

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
/// Whether `into` is "divisions"; false if it is absent.
[[nodiscard]] Result<bool> read_into_divisions(const Parameters& parameters);
/// "out", "in" or "both"; `otherwise` if absent.
[[nodiscard]] Result<Direction> read_direction(const Parameters& parameters, Direction otherwise);
/// The scope that `without`, `basis` and `as_of` describe.
[[nodiscard]] Result<Scope> read_scope(const Parameters& parameters);
/// `level`; articles by default.
[[nodiscard]] Result<Level> read_level(const Parameters& parameters);
/// The number called `name`, or `otherwise` if it is absent. Values above `most` become `most`, with a warning.
[[nodiscard]] Result<std::size_t> read_count(const Parameters& parameters, std::string_view name, std::size_t otherwise,
                                             std::size_t most, Warnings& warnings);
/// The page that `limit` (at least 1, or "all") and `cursor` describe.
[[nodiscard]] Result<Page> read_page(const Parameters& parameters, std::size_t otherwise, Warnings& warnings);

/// The value of `why`: nothing, every node of the answer, or one node.
/// "true" asks for every node, a key for that node.
struct WhyRequest {
  bool is_asked = false;
  std::optional<NodeId> of;
};
[[nodiscard]] Result<WhyRequest> read_why(const Graph& graph, const Parameters& parameters);
/// Warns that the requested node is not in the answer. To be called if the answer explains no node.
void warn_of_absence(const Graph& graph, const WhyRequest& why, Warnings& warnings);

/// Reads what questions over references have in common: modes, scope and limit. The answer's limit is at most the
/// budget's number of nodes.
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
