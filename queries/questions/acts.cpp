#include "queries/questions/acts.h"

#include <algorithm>

#include <fmt/format.h>

#include "graph/vocabulary.h"
#include "queries/treaty/versions.h"

namespace treatygraph::queries {
namespace {

/// Relationships of that type from `who` that are `wanted`, by date, then in stored order.
template <typename Wanted>
std::vector<RelationshipId> dated(const Graph& graph, NodeId who, std::initializer_list<std::string_view> types,
                                  const ScopeFilter& scope_filter, Wanted wanted) {
  std::vector<RelationshipId> found;
  for (const auto name : types) {
    const auto type = graph.types().find(name);
    if (!type) continue;
    for (const auto hop : graph.out(who, *type)) {
      if (scope_filter.sees(hop) && wanted(hop)) found.push_back(hop.relationship);
    }
  }
  std::ranges::stable_sort(found, {}, [&](RelationshipId r) { return graph.string(r, property::kDate); });
  return found;
}

}  // namespace

/// Reads the actors of a treaty once; later calls for the same treaty use them.
const ActsFinder::ByActor& ActsFinder::actors_towards(NodeId treaty) {
  const auto [at, is_new] = actors_.try_emplace(treaty);
  if (is_new) {
    for (const auto& actor : actors_of(*graph_, treaty, *scope_filter_)) at->second.emplace(actor.who, actor);
  }
  return at->second;
}

/// Reservations may be on the treaty or on one of its provisions. A vote belongs to the treaty if its event does.
Acts ActsFinder::of(NodeId who, NodeId treaty) {
  Acts acts{treaty, {who, {}, {}, {}, {}}, {}, {}};
  const auto& actors = actors_towards(treaty);
  if (const auto actor = actors.find(who); actor != actors.end()) acts.towards = actor->second;
  const auto inside = graph_->subtree(treaty);
  acts.reservations = dated(*graph_, who, {type::kReserved, type::kDeclared}, *scope_filter_,
                            [&](Hop hop) { return inside.contains(hop.node); });
  const auto slug = graph_->string(treaty, property::kSlug);
  acts.votes = dated(*graph_, who, {type::kTookPartIn}, *scope_filter_, [&](Hop hop) {
    return !graph_->string(hop.relationship, property::kVote).empty() &&
           graph_->string(hop.node, property::kTreaty) == slug;
  });
  return acts;
}

/// The slug without its version names the final treaty: "uncc" of "uncc@2023-06".
std::optional<NodeId> final_treaty_of(const Graph& graph, NodeId node) {
  const auto slug =
      graph.has_label(node, label::kTreaty) ? graph.string(node, property::kSlug) : version_of_key(graph.key(node));
  const auto treaty = graph.find(fmt::format("treaty:{}", slug.substr(0, slug.find('@'))));
  return treaty && graph.has_label(*treaty, label::kTreaty) ? treaty : std::nullopt;
}

}  // namespace treatygraph::queries
