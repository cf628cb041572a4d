#include "queries/questions/carried_to.h"

#include <algorithm>
#include <set>

#include "graph/vocabulary.h"
#include "queries/questions/acts.h"
#include "queries/treaty/versions.h"

namespace treatygraph::queries {
namespace {

/// Drafts are versions with a date in their slug: "uncc@2023-06".
bool is_of_draft(std::string_view version) {
  return version.find('@') != std::string_view::npos;
}

/// Whether the chain reaches the final text only once, at its end. A chain that continues from there to another draft
/// and back relates two provisions of the final text by way of a second draft; it says nothing about this draft.
bool ends_in_final_text(const Graph& graph, const Counterpart& counterpart, std::string_view treaty) {
  std::set<NodeId> in_final_text;
  for (const auto hop : counterpart.carried) {
    for (const auto end : {graph.source(hop), graph.target(hop)}) {
      if (version_of_key(graph.key(end)) == treaty) in_final_text.insert(end);
    }
  }
  return in_final_text.size() == 1;
}

/// Counterparts have chains that lead from them to `node`; here the chains start at the draft, so they are reversed.
std::vector<CarriedTo> in_final_text(const Graph& graph, NodeId node, const ScopeFilter& scope_filter) {
  std::vector<CarriedTo> found;
  const auto treaty = treaty_of_key(graph.key(node));
  for (auto& counterpart : counterparts_of(graph, node, scope_filter)) {
    if (version_of_key(graph.key(counterpart.node)) != treaty) continue;
    if (!ends_in_final_text(graph, counterpart, treaty)) continue;
    const auto confidence = confidence_of(graph, counterpart);
    std::ranges::reverse(counterpart.carried);
    found.push_back({counterpart.node, counterpart.by_article ? CarriedBy::Article : CarriedBy::Itself,
                     std::move(counterpart.carried), confidence});
  }
  return found;
}

/// A draft became its treaty: that is certain by its slug, so no CORRESPONDS_TO is needed.
std::vector<CarriedTo> draft_as_a_whole(const Graph& graph, NodeId draft, const ScopeFilter& scope_filter) {
  const auto treaty = final_treaty_of(graph, draft);
  if (!treaty || !scope_filter.sees(*treaty)) return {};
  return {{*treaty, CarriedBy::Whole, {}, "high"}};
}

}  // namespace

/// If the provision itself has no counterpart, the provisions and divisions that contain it are tried, from the inside
/// out.
std::optional<std::vector<CarriedTo>> carried_to_final(const Graph& graph, NodeId node,
                                                       const ScopeFilter& scope_filter) {
  if (graph.has_label(node, label::kTreaty)) {
    if (!is_of_draft(graph.string(node, property::kSlug))) return std::nullopt;
    return draft_as_a_whole(graph, node, scope_filter);
  }
  if (!is_of_draft(version_of_key(graph.key(node)))) return std::nullopt;
  auto found = in_final_text(graph, node, scope_filter);
  for (auto whole = graph.parent(node); found.empty() && whole && !graph.has_label(*whole, label::kTreaty);
       whole = graph.parent(*whole)) {
    found = in_final_text(graph, *whole, scope_filter);
    for (auto& one : found) one.by = CarriedBy::Containing;
  }
  return found;
}

}  // namespace treatygraph::queries
