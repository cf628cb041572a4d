#pragma once
// What provisions carry: the offences they establish, the powers they grant, the safeguards they provide and the terms
// they define.

#include <array>
#include <string_view>
#include <vector>

#include "graph/graph.h"
#include "graph/vocabulary.h"
#include "queries/request/scope.h"

namespace treatygraph::queries {

/// The types of relationships by which a provision carries something.
inline constexpr std::array kCarries = {type::kEstablishes, type::kGrants, type::kProvides, type::kDefines};

/// Walks these relationships in both directions, restricted to what a question may see. Valid while the graph exists.
class Carriers {
 public:
  Carriers(const Graph& graph, ScopeFilter scope_filter) : graph_(&graph), scope_filter_(std::move(scope_filter)) {
    for (const auto name : kCarries) {
      if (const auto type = graph.types().find(name)) types_.push_back(*type);
    }
  }

  /// Calls `visit(Hop)` with each thing that a provision of `provisions` carries.
  template <typename Visit>
  void each_thing(NodeRange provisions, Visit visit) const {
    for (const auto type : types_) visit_seen(graph_->out(provisions, type), visit);
  }
  /// Calls `visit(Hop)` with each provision that carries `thing`.
  template <typename Visit>
  void each_carrier(NodeId thing, Visit visit) const {
    for (const auto type : types_) visit_seen(graph_->in(thing, type), visit);
  }

  /// Whether `thing` is hidden, or all provisions that carry it are.
  [[nodiscard]] bool hides(NodeId thing) const {
    if (scope_filter_.is_everything()) return false;
    bool is_carried = false;
    for (const auto type : types_) {
      for (const auto hop : graph_->in(thing, type)) {
        if (scope_filter_.sees(hop.node)) return !scope_filter_.sees(thing);
        is_carried = true;
      }
    }
    return is_carried || !scope_filter_.sees(thing);
  }

  [[nodiscard]] const ScopeFilter& scope_filter() const { return scope_filter_; }

 private:
  template <typename Visit>
  void visit_seen(const HopRange& hops, Visit& visit) const {
    for (const auto hop : hops) {
      if (scope_filter_.sees(hop)) visit(hop);
    }
  }

  const Graph* graph_;
  ScopeFilter scope_filter_;
  std::vector<TypeId> types_;
};

}  // namespace treatygraph::queries
