#include "queries/treaties.h"

#include <algorithm>

#include <fmt/format.h>

#include "graph/vocabulary.h"
#include "queries/find_node.h"
#include "queries/treaty_actions.h"

namespace treatygraph::queries {
namespace {

struct Summaries {
  std::vector<TreatySummary> in_order;
};

/// A treaty says `loaded: false` when it is only cited; data without the property are judged by their provisions.
bool is_loaded(const Graph& graph, NodeId treaty, std::size_t provision_count) {
  const auto name = graph.properties().find(property::kLoaded);
  const auto value = name ? graph.property(treaty, *name) : PropertyView{};
  const auto* loaded = std::get_if<bool>(&value);
  return loaded != nullptr ? *loaded : provision_count > 0;
}

TreatySummary summary_of(const Graph& graph, NodeId treaty) {
  TreatySummary summary;
  summary.treaty = treaty;
  const auto inside = graph.subtree(treaty);
  summary.provision_count = inside.size() - 1;
  if (const auto article = graph.labels().find(label::kArticle)) {
    const auto articles = graph.nodes_with(*article);
    summary.article_count = static_cast<std::size_t>(std::ranges::lower_bound(articles, inside.last) -
                                                     std::ranges::lower_bound(articles, inside.first));
  }
  if (const auto refers_to = graph.types().find(type::kRefersTo)) {
    summary.reference_count = graph.out(inside, *refers_to).size();
  }
  summary.loaded = is_loaded(graph, treaty, summary.provision_count);
  for (const auto& actor : actors_of(graph, treaty, {})) {
    summary.signatory_count += actor.signature ? 1U : 0U;
    summary.party_count += actor.consent && !actor.withdrawal ? 1U : 0U;
  }
  return summary;
}

Summaries summaries_of(const Graph& graph) {
  Summaries all;
  const auto treaty = graph.labels().find(label::kTreaty);
  if (!treaty) return all;
  for (const auto node : graph.nodes_with(*treaty)) all.in_order.push_back(summary_of(graph, node));
  std::ranges::stable_sort(all.in_order, {}, [&](const TreatySummary& summary) {
    return std::pair(!summary.loaded, graph.string(summary.treaty, property::kSlug));
  });
  return all;
}

}  // namespace

std::vector<TreatySummary> treaties(const Graph& graph) {
  return graph.derived().get<Summaries>([&] { return summaries_of(graph); }).in_order;
}

Result<NodeId> find_treaty(const Graph& graph, std::string_view slug) {
  if (const auto node = graph.find(fmt::format("treaty:{}", slug))) return *node;
  std::vector<std::string_view> slugs;
  for (const auto& summary : treaties(graph)) {
    if (summary.loaded) slugs.push_back(graph.string(summary.treaty, property::kSlug));
  }
  auto error = unknown_name("treaty", slug, std::move(slugs));
  error.code = ErrorCode::NotFound;
  return fail(std::move(error));
}

Result<TableOfContents> table_of_contents(const Graph& graph, std::string_view slug, bool whole) {
  const auto treaty = find_treaty(graph, slug);
  if (!treaty) return fail(treaty.error());
  TableOfContents contents;
  contents.treaty = summary_of(graph, *treaty);
  std::vector<NodeId> open_until;  // ends of what the entry stands in
  const auto inside = graph.subtree(*treaty);
  for (auto node = NodeId{static_cast<std::uint32_t>(*treaty) + 1}; node < inside.last;) {
    while (!open_until.empty() && open_until.back() <= node) open_until.pop_back();
    const auto end = graph.subtree(node).last;
    contents.entries.push_back({node, static_cast<std::uint32_t>(open_until.size() + 1)});
    const bool closed = !whole && graph.has_label(node, label::kArticle);
    open_until.push_back(end);
    node = closed ? end : NodeId{static_cast<std::uint32_t>(node) + 1};
  }
  return contents;
}

}  // namespace treatygraph::queries
