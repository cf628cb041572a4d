#pragma once
// What a State or an organisation did about a treaty, besides what it said: it signed, consented to be bound, withdrew,
// made reservations and declarations, voted.

#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "graph/graph.h"
#include "queries/request/scope.h"
#include "queries/treaty/treaty_actions.h"

namespace treatygraph::queries {

/// The acts of one actor. Empty lists mean that nothing is known, not that nothing was done.
struct Acts {
  NodeId treaty{};
  Participant towards;                       ///< the first signature, consent, domestic approval and withdrawal
  std::vector<RelationshipId> reservations;  ///< RESERVED and DECLARED, on the treaty or its provisions, by date
  std::vector<RelationshipId> votes;         ///< TOOK_PART_IN with a `vote`, in events of its drafting, by date
};

/// Finds acts and caches them per treaty, since many speakers of one answer act on the same treaty. `graph` and
/// `scope_filter` must outlive it. Not for several threads.
class ActsFinder {
 public:
  ActsFinder(const Graph& graph, const ScopeFilter& scope_filter) : graph_(&graph), scope_filter_(&scope_filter) {}
  /// The visible acts of `who` concerning `treaty`.
  [[nodiscard]] Acts of(NodeId who, NodeId treaty);

 private:
  using ByActor = std::map<NodeId, Participant>;
  [[nodiscard]] const ByActor& actors_towards(NodeId treaty);

  const Graph* graph_;
  const ScopeFilter* scope_filter_;
  std::map<NodeId, ByActor> actors_;
};

/// The treaty that a provision, or what it carries, belongs to; for a draft, the treaty that it became. Nothing if it
/// belongs to none.
[[nodiscard]] std::optional<NodeId> final_treaty_of(const Graph& graph, NodeId node);

}  // namespace treatygraph::queries
