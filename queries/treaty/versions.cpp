#include "queries/treaty/versions.h"

#include <algorithm>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "graph/vocabulary.h"
#include "queries/request/scope.h"
#include "queries/treaty/confidence.h"
#include "queries/treaty/provision_level.h"

namespace treatygraph::queries {
namespace {

constexpr std::size_t kMostCounterparts = 64;  // versions of one provision; data with more are wrong
constexpr std::string_view kEquivalent = "equivalent";

/// The nodes of the same treaty that are connected with `node` by CORRESPONDS_TO that `may_follow` admits, nearest
/// first, without `node` itself. The chain of each leads from it back to `node`. A linear search for known nodes is
/// enough, as there are few.
template <typename MayFollow>
std::vector<Counterpart> corresponding_to(const Graph& graph, NodeId node, TypeId corresponds, MayFollow may_follow) {
  const auto treaty = treaty_of_key(graph.key(node));
  std::vector<Counterpart> found = {{node, {}}};
  const auto take = [&](const Hop& hop, const std::vector<RelationshipId>& onward) {
    const bool known = std::ranges::any_of(found, [&](const Counterpart& c) { return c.node == hop.node; });
    // The graph of correspondences has cycles, and leads to other treaties.
    if (known || treaty_of_key(graph.key(hop.node)) != treaty || found.size() > kMostCounterparts) return;
    if (!may_follow(hop)) return;
    std::vector<RelationshipId> carried = {hop.relationship};
    carried.insert(carried.end(), onward.begin(), onward.end());
    found.push_back({hop.node, std::move(carried)});
  };
  for (std::size_t next = 0; next < found.size(); ++next) {
    const auto from = found[next];
    for (const auto hop : graph.in(from.node, corresponds)) take(hop, from.carried);
    for (const auto hop : graph.out(from.node, corresponds)) take(hop, from.carried);
  }
  found.erase(found.begin());
  return found;
}

/// The article that contains a part.
std::optional<NodeId> article_around(const Graph& graph, NodeId part) {
  auto above = graph.parent(part);
  while (above && !is_of_article_level(graph, *above)) above = graph.parent(*above);
  return above;
}

/// Matches by article. For "uncc:art_5__para_2", whose article is equivalent to "uncc@2023-06:art_7", it adds
/// "uncc@2023-06:art_7__para_2" if that exists.
void add_parts_of_equivalent_articles(const Graph& graph, NodeId node, TypeId corresponds,
                                      const ScopeFilter& scope_filter, std::vector<Counterpart>& found) {
  const auto article = article_around(graph, node);
  // The place in the article is the rest of the key, so the key must begin with that of the article.
  if (!article || !graph.key(node).starts_with(graph.key(*article))) return;
  const auto place_in_article = graph.key(node).substr(graph.key(*article).size());
  std::set<std::string_view> matched = {version_of_key(graph.key(node))};
  for (const auto& counterpart : found) matched.insert(version_of_key(graph.key(counterpart.node)));
  const auto is_equivalent = [&](const Hop& hop) {
    return scope_filter.sees(hop) && graph.string(hop.relationship, property::kRelation) == kEquivalent;
  };
  for (auto& other : corresponding_to(graph, *article, corresponds, is_equivalent)) {
    const auto key = graph.key(other.node);
    if (matched.contains(version_of_key(key)) || !is_of_article_level(graph, other.node)) continue;
    const auto part = graph.find(fmt::format("{}{}", key, place_in_article));
    if (part && scope_filter.sees(*part)) found.push_back({*part, std::move(other.carried), true});
  }
}

}  // namespace

std::string_view version_of_key(std::string_view key) {
  const auto colon = key.find(':');
  return colon == std::string_view::npos ? std::string_view{} : key.substr(0, colon);
}

std::string_view treaty_of_key(std::string_view key) {
  const auto version = version_of_key(key);
  return version.substr(0, version.find('@'));
}

/// The certain counterparts first, then those by article.
std::vector<Counterpart> counterparts_of(const Graph& graph, NodeId node, const ScopeFilter& scope_filter) {
  const auto corresponds = graph.types().find(type::kCorrespondsTo);
  if (!corresponds) return {};
  auto found = corresponding_to(graph, node, *corresponds, [&](const Hop& hop) { return scope_filter.sees(hop); });
  add_parts_of_equivalent_articles(graph, node, *corresponds, scope_filter, found);
  return found;
}

std::string_view confidence_of(const Graph& graph, const Counterpart& counterpart) {
  const auto lowest = lowest_confidence(graph, counterpart.carried);
  return counterpart.by_article ? lowered(lowest) : lowest;
}

}  // namespace treatygraph::queries
