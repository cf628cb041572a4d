#include "queries/questions/treaties.h"

#include <algorithm>

#include <fmt/format.h>

#include "graph/vocabulary.h"
#include "queries/request/find_node.h"
#include "queries/request/is_loaded.h"
#include "queries/treaty/provision_level.h"
#include "queries/treaty/treaty_actions.h"

namespace treatygraph::queries {
namespace {

NodeId next_to(NodeId node) {
  return NodeId{static_cast<std::uint32_t>(node) + 1};
}

/// A type of its own, so that the cache of the graph has an entry for it.
struct Summaries {
  std::vector<TreatySummary> in_order;
};

std::size_t count_seen(std::span<const NodeId> nodes, const ScopeFilter& scope_filter) {
  if (scope_filter.is_everything()) return nodes.size();
  return static_cast<std::size_t>(std::ranges::count_if(nodes, [&](NodeId node) { return scope_filter.sees(node); }));
}

/// The visible provisions of a treaty, without the treaty itself.
std::size_t count_parts(NodeRange inside, const ScopeFilter& scope_filter) {
  if (scope_filter.is_everything()) return inside.size() - 1;
  std::size_t count = 0;
  for (auto node = next_to(inside.first); node < inside.last; node = next_to(node))
    count += scope_filter.sees(node) ? 1U : 0U;
  return count;
}

/// Counts references whose ends are both visible.
std::size_t count_seen(const Graph& graph, HopRange hops, const ScopeFilter& scope_filter) {
  if (scope_filter.is_everything()) return hops.size();
  return static_cast<std::size_t>(std::count_if(hops.begin(), hops.end(), [&](Hop hop) {
    return scope_filter.sees(hop) && scope_filter.sees(graph.source(hop.relationship));
  }));
}

/// `on_any_day` is the scope without its day: whether acts are known at all does not depend on the day.
TreatySummary summary_of(const Graph& graph, NodeId treaty, const ScopeFilter& scope_filter,
                         const ScopeFilter& on_any_day) {
  TreatySummary summary;
  summary.treaty = treaty;
  const auto inside = graph.subtree(treaty);
  summary.provision_count = count_parts(inside, scope_filter);
  if (const auto article = graph.labels().find(label::kArticle)) {
    const auto articles = graph.nodes_with(*article);
    // Nodes of a label are in document order, so those of a treaty are adjacent.
    const auto first = std::ranges::lower_bound(articles, inside.first);
    summary.article_count = count_seen({first, std::ranges::lower_bound(articles, inside.last)}, scope_filter);
  }
  if (const auto refers_to = graph.types().find(type::kRefersTo)) {
    summary.reference_count = count_seen(graph, graph.out(inside, *refers_to), scope_filter);
  }
  summary.loaded = says_loaded(graph, treaty).value_or(inside.size() > 1);
  summary.has_acts = has_acts(graph, treaty, on_any_day);
  for (const auto& actor : actors_of(graph, treaty, scope_filter)) {
    summary.signatory_count += actor.signature ? 1U : 0U;
    summary.party_count += actor.consent && !actor.withdrawal ? 1U : 0U;
  }
  return summary;
}

/// The visible treaties, loaded ones first, then by slug.
Summaries summaries_of(const Graph& graph, const ScopeFilter& scope_filter, const ScopeFilter& on_any_day) {
  Summaries all;
  const auto treaty = graph.labels().find(label::kTreaty);
  if (!treaty) return all;
  for (const auto node : graph.nodes_with(*treaty)) {
    if (scope_filter.sees(node)) all.in_order.push_back(summary_of(graph, node, scope_filter, on_any_day));
  }
  std::ranges::stable_sort(all.in_order, {}, [&](const TreatySummary& summary) {
    return std::pair(!summary.loaded, graph.string(summary.treaty, property::kSlug));
  });
  return all;
}

}  // namespace

/// Computed once per graph and kept with it.
std::vector<TreatySummary> treaties(const Graph& graph) {
  return graph.derived()
      .get<Summaries>([&] {
        const auto everything = ScopeFilter::of(graph, {});
        return summaries_of(graph, *everything, *everything);
      })
      .in_order;
}

Result<std::vector<TreatySummary>> treaties(const Graph& graph, const Scope& scope) {
  const auto scope_filter = ScopeFilter::of(graph, scope);
  if (!scope_filter) return fail(scope_filter.error());
  const auto on_any_day = ScopeFilter::of(graph, {scope.without, scope.basis, {}});
  if (!on_any_day) return fail(on_any_day.error());
  return scope_filter->is_everything() ? treaties(graph) : summaries_of(graph, *scope_filter, *on_any_day).in_order;
}

Result<TableOfContents> table_of_contents(const Graph& graph, std::string_view slug, bool whole, const Scope& scope) {
  const auto treaty = find_treaty(graph, slug);
  if (!treaty) return fail(treaty.error());
  const auto scope_filter = ScopeFilter::of(graph, scope);
  if (!scope_filter) return fail(scope_filter.error());
  const auto on_any_day = ScopeFilter::of(graph, {scope.without, scope.basis, {}});
  if (!on_any_day) return fail(on_any_day.error());
  TableOfContents contents;
  contents.treaty = summary_of(graph, *treaty, *scope_filter, *on_any_day);
  std::vector<NodeId> open_until;  // ends of the ranges that contain the entry
  const auto inside = graph.subtree(*treaty);
  for (auto node = next_to(*treaty); node < inside.last;) {
    const auto end = graph.subtree(node).last;
    // A closed node's subtree is skipped: it is hidden, or an article in a short table of contents.
    const bool closed = !scope_filter->sees(node) || (!whole && is_of_article_level(graph, node));
    // Ranges that end before the entry do not contain it; the number of open ones is its depth.
    while (!open_until.empty() && open_until.back() <= node) open_until.pop_back();
    if (scope_filter->sees(node)) contents.entries.push_back({node, static_cast<std::uint32_t>(open_until.size() + 1)});
    open_until.push_back(end);
    node = closed ? end : next_to(node);
  }
  return contents;
}

}  // namespace treatygraph::queries
