#include "queries/questions/list_nodes.h"

#include <algorithm>

#include <fmt/format.h>

#include "graph/counted.h"
#include "queries/request/find_node.h"
#include "queries/request/property_text.h"

namespace treatygraph::queries {
namespace {

/// The conditions with names resolved. Properties are compared as text, so the values of all kinds can be typed.
struct Wanted {
  ScopeFilter scope_filter;
  std::vector<LabelId> labels;
  std::vector<std::pair<PropertyId, std::string>> properties;
  std::string prefix;

  /// The cheap conditions come first.
  [[nodiscard]] bool admits(const Graph& graph, NodeId node) const {
    return graph.key(node).starts_with(prefix) && scope_filter.sees(node) && scope_filter.is_of_basis(node) &&
           std::ranges::all_of(labels, [&](LabelId label) { return graph.has_label(node, label); }) &&
           std::ranges::all_of(properties, [&](const auto& property) {
             return text_of(graph.property(node, property.first)) == property.second;
           });
  }
};

/// An unknown label or property is an error with the nearest names, and not an empty answer.
Result<Wanted> wanted_of(const Graph& graph, const ListNodesRequest& request) {
  auto scope_filter = ScopeFilter::of(graph, request.scope);
  if (!scope_filter) return fail(scope_filter.error());
  Wanted wanted{std::move(*scope_filter), {}, {}, request.prefix};
  for (const auto& name : request.labels) {
    const auto label = find_label(graph, name);
    if (!label) return fail(label.error());
    wanted.labels.push_back(*label);
  }
  for (const auto& [name, value] : request.properties) {
    const auto id = graph.properties().find(name);
    if (!id) {
      const auto names = graph.properties().all();
      return fail(unknown_name("property", name, {names.begin(), names.end()}));
    }
    wanted.properties.emplace_back(*id, value);
  }
  return wanted;
}

/// The candidate nodes: those of the rarest label, or all. Cursors are NodeIds in both cases.
class Candidates {
 public:
  Candidates(const Graph& graph, const Wanted& wanted) : node_count_(graph.node_count()) {
    for (const auto label : wanted.labels) {
      const auto nodes = graph.nodes_with(label);
      // The shortest list of the labels is searched; admits() tests the others.
      if (!by_label_ || nodes.size() < with_label_.size()) with_label_ = nodes;
      by_label_ = true;
    }
  }

  /// The first one at or after `from`; nothing at the end.
  [[nodiscard]] std::optional<NodeId> next(std::size_t from) const {
    if (!by_label_) return from < node_count_ ? std::optional(NodeId{static_cast<std::uint32_t>(from)}) : std::nullopt;
    const auto found = std::ranges::lower_bound(with_label_, from, {}, [](NodeId node) { return index_of(node); });
    return found == with_label_.end() ? std::nullopt : std::optional(*found);
  }

 private:
  std::size_t node_count_;
  bool by_label_ = false;
  std::span<const NodeId> with_label_;
};

/// The relationships of a page are limited together, because the answer grows with them as with its nodes.
void add_relationships(const Graph& graph, const std::vector<TypeId>& types, const ScopeFilter& scope_filter,
                       NodeList& answer, Budget& budget) {
  answer.with_relationships = true;
  answer.relationships.resize(answer.nodes.size());
  std::size_t total = 0;
  for (std::size_t i = 0; i < answer.nodes.size(); ++i) {
    auto& of_node = answer.relationships[i];
    const auto take = [&](HopRange hops) {
      for (const auto hop : hops) {
        if (scope_filter.sees(hop)) of_node.push_back(hop.relationship);
      }
    };
    for (const auto type : types) {
      take(graph.out(answer.nodes[i], type));
      take(graph.in(answer.nodes[i], type));
    }
    // Nodes after the cut keep empty lists.
    total += of_node.size();
    if (budget.spend(of_node.size() + 1) && total <= budget.limits().nodes) continue;
    answer.truncated =
        total > budget.limits().nodes ? cut_at_limit(budget.limits().nodes, "relationships") : cut_by(budget);
    return;
  }
}

/// Fills a page. A cursor is the id of the next candidate, not a count of results, so a later page does not repeat the
/// work of earlier ones.
void fill(const Graph& graph, const ListNodesRequest& request, const Wanted& wanted, std::size_t start,
          NodeList& answer, Budget& budget) {
  const Candidates candidates(graph, wanted);
  for (auto node = candidates.next(start); node; node = candidates.next(index_of(*node) + 1)) {
    // The search continues after a full page until it finds one more node, so that the last page has no cursor.
    const bool page_full = answer.nodes.size() == request.page.limit;
    const bool may_go_on = budget.spend();
    if (may_go_on && !wanted.admits(graph, *node)) continue;
    if (may_go_on && !page_full) {
      answer.nodes.push_back(*node);
      continue;
    }
    answer.next_cursor = cursor_at(graph.snapshot(), index_of(*node));
    answer.truncated =
        may_go_on ? Truncation{fmt::format("{} nodes are on this page, and there are more", answer.nodes.size()),
                               "ask again with cursor set to this answer's next_cursor, or raise limit"}
                  : cut_by(budget);
    return;
  }
}

}  // namespace

Result<NodeList> list_nodes(const Graph& graph, const ListNodesRequest& request, Budget budget) {
  const auto wanted = wanted_of(graph, request);
  if (!wanted) return fail(wanted.error());
  const auto start = position_of(request.page.cursor, graph.snapshot());
  if (!start) return fail(start.error());

  const auto types = find_types(graph, request.with);
  if (!types) return fail(types.error());

  NodeList answer;
  fill(graph, request, *wanted, *start, answer, budget);
  if (!request.with.empty()) add_relationships(graph, *types, wanted->scope_filter, answer, budget);
  if (answer.nodes.empty()) {
    answer.explanation = fmt::format("none of the {} has all that was asked for", counted(graph.node_count(), "node"));
  }
  return answer;
}

}  // namespace treatygraph::queries
