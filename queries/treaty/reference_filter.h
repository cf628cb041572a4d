#pragma once
// Filters references by their legal force (mode).

#include <optional>
#include <string>
#include <vector>

#include "graph/graph.h"
#include "queries/request/scope.h"

namespace treatygraph::queries {

/// The references that a question admits: those of some modes, within its scope.
class ReferenceFilter {
 public:
  /// The error lists the known modes.
  [[nodiscard]] static Result<ReferenceFilter> of(const Graph& graph, const std::vector<std::string>& modes,
                                                  const Scope& scope);

  /// True if every reference is admitted, so that hot loops can skip the check.
  [[nodiscard]] bool admits_all() const { return modes_.empty() && scope_filter_.is_everything(); }
  /// Whether the reference and both ends are admitted.
  [[nodiscard]] bool admits(Hop hop) const;
  [[nodiscard]] const ScopeFilter& scope_filter() const { return scope_filter_; }

 private:
  ReferenceFilter(const Graph& graph, ScopeFilter scope_filter)
      : graph_(&graph), scope_filter_(std::move(scope_filter)) {}

  const Graph* graph_;
  ScopeFilter scope_filter_;
  std::vector<std::string> modes_;
  std::optional<PropertyId> mode_property_;
};

}  // namespace treatygraph::queries
