#pragma once
// Which references count, by the legal force that their words give them.

#include <optional>
#include <string>
#include <vector>

#include "graph/graph.h"
#include "queries/request/scope.h"

namespace treatygraph::queries {

/// References that a question admits: of some modes, and within its sight.
class ReferenceFilter {
 public:
  /// The error lists the modes that there are.
  [[nodiscard]] static Result<ReferenceFilter> of(const Graph& graph, const std::vector<std::string>& modes,
                                                  const Scope& scope);

  /// True when every reference is admitted, so that hot loops need not ask.
  [[nodiscard]] bool admits_all() const { return modes_.empty() && sight_.is_everything(); }
  /// Whether the reference and both its ends count.
  [[nodiscard]] bool admits(Hop hop) const;
  [[nodiscard]] const ScopeFilter& sight() const { return sight_; }

 private:
  ReferenceFilter(const Graph& graph, ScopeFilter sight) : graph_(&graph), sight_(std::move(sight)) {}

  const Graph* graph_;
  ScopeFilter sight_;
  std::vector<std::string> modes_;
  std::optional<PropertyId> mode_property_;
};

}  // namespace treatygraph::queries
