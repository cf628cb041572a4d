#pragma once
// What a State or an organisation did to a treaty, beside what it said: signed, consented to be bound, withdrew, made
// reservations and declarations, voted.

#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "graph/graph.h"
#include "queries/request/scope.h"
#include "queries/treaty/treaty_actions.h"

namespace treatygraph::queries {

/// Empty lists mean that nothing is known, not that nothing was done.
struct Acts {
  NodeId treaty;
  Participant towards;                       ///< signature, consent, domestic, withdrawal: the first of each
  std::vector<RelationshipId> reservations;  ///< RESERVED and DECLARED, to the treaty or its provisions, by date
  std::vector<RelationshipId> votes;         ///< TOOK_PART_IN with a `vote`, in events of its making, by date
};

/// Finds acts; remembers who acted towards each treaty. `graph` and `sight` must outlive it.
class ActsFinder {
 public:
  ActsFinder(const Graph& graph, const ScopeFilter& sight) : graph_(&graph), sight_(&sight) {}
  [[nodiscard]] Acts of(NodeId who, NodeId treaty);

 private:
  using ByActor = std::map<NodeId, Participant>;
  [[nodiscard]] const ByActor& actors_towards(NodeId treaty);

  const Graph* graph_;
  const ScopeFilter* sight_;
  std::map<NodeId, ByActor> actors_;
};

/// The treaty to which a provision, or what one carries, belongs: of a draft the treaty that came of it. Nothing where
/// it belongs to none.
[[nodiscard]] std::optional<NodeId> final_treaty_of(const Graph& graph, NodeId node);

}  // namespace treatygraph::queries
