#pragma once
// Which safeguards bear on a provision, power or offence: those that condition it, and those that condition what
// contains it.

#include <optional>

#include "graph/graph.h"
#include "graph/vocabulary.h"
#include "queries/treaty/carriers.h"

namespace treatygraph::queries {

/// Walks CONDITIONS, restricted to what a question may see. Valid while the graph and `carriers` exist.
class Conditions {
 public:
  Conditions(const Graph& graph, const Carriers& carriers)
      : graph_(&graph), carriers_(&carriers), conditions_(graph.types().find(type::kConditions)) {}

  /// Calls `visit(Hop)` with each safeguard whose CONDITIONS ends on `node` itself.
  template <typename Visit>
  void each_on(NodeId node, Visit visit) const {
    if (!conditions_) return;
    for (const auto hop : graph_->in(node, *conditions_)) {
      if (carriers_->scope_filter().sees(hop) && !carriers_->hides(hop.node)) visit(hop);
    }
  }

  /// Calls `visit(Hop)` with each safeguard whose CONDITIONS ends above `node`: on a provision that contains it, on one
  /// that carries it (if it is a power or an offence), or on what contains such a carrier. A safeguard may be visited
  /// more than once.
  template <typename Visit>
  void each_above(NodeId node, Visit visit) const {
    each_ancestor(node, visit);
    carriers_->each_carrier(node, [&](Hop carrier) {
      each_on(carrier.node, visit);
      each_ancestor(carrier.node, visit);
    });
  }

  /// Calls `visit(Hop)` with each node that `safeguard` conditions.
  template <typename Visit>
  void each_of(NodeId safeguard, Visit visit) const {
    if (!conditions_) return;
    for (const auto hop : graph_->out(safeguard, *conditions_)) {
      if (carriers_->scope_filter().sees(hop)) visit(hop);
    }
  }

 private:
  template <typename Visit>
  void each_ancestor(NodeId node, Visit& visit) const {
    for (auto above = graph_->parent(node); above; above = graph_->parent(*above)) each_on(*above, visit);
  }

  const Graph* graph_;
  const Carriers* carriers_;
  std::optional<TypeId> conditions_;
};

}  // namespace treatygraph::queries
