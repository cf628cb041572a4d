#include "queries/request/find_node.h"

#include <algorithm>

#include <fmt/format.h>

#include "graph/nearest.h"
#include "graph/vocabulary.h"
#include "queries/request/is_loaded.h"

namespace treatygraph::queries {
namespace {

constexpr std::size_t kMostKeysCompared = 50'000;  // errors must stay cheap on large graphs
/// Few enough for one line of an error.
constexpr std::size_t kNamesOffered = 3;

/// The nodes to search for keys similar to `key`: the treaty that its namespace names, if there is one; otherwise the
/// whole graph.
NodeRange likely_range(const Graph& graph, std::string_view key) {
  const auto name_space = key.substr(0, std::min(key.find(':'), key.size()));
  if (const auto treaty = graph.find(fmt::format("treaty:{}", name_space))) return graph.subtree(*treaty);
  return {NodeId{0}, NodeId{static_cast<std::uint32_t>(graph.node_count())}};
}

/// The id of a name in one of the graph's lists of names.
template <typename Id>
Result<Id> find_name(const Names<Id>& names, std::string_view what, std::string_view name) {
  if (const auto id = names.find(name)) return *id;
  return fail(unknown_name(what, name, {names.all().begin(), names.all().end()}));
}

/// A treaty that does not say whether it is loaded counts as loaded if it has parts.
std::vector<std::string_view> slugs_of_loaded_treaties(const Graph& graph) {
  std::vector<std::string_view> slugs;
  const auto treaty = graph.labels().find(label::kTreaty);
  if (!treaty) return slugs;
  for (const auto node : graph.nodes_with(*treaty)) {
    if (says_loaded(graph, node).value_or(graph.subtree(node).size() > 1)) {
      slugs.push_back(graph.string(node, property::kSlug));
    }
  }
  std::ranges::sort(slugs);
  return slugs;
}

}  // namespace

/// On a large treaty or graph only the first keys are compared, so the offer may miss the nearest one.
std::vector<std::string_view> nearest_keys(const Graph& graph, std::string_view key, std::size_t count) {
  const auto range = likely_range(graph, key);
  std::vector<std::string_view> keys;
  for (std::size_t i = 0; i < std::min(range.size(), kMostKeysCompared); ++i) {
    keys.push_back(graph.key(NodeId{static_cast<std::uint32_t>(index_of(range.first) + i)}));
  }
  return nearest_of(key, keys, count);
}

Result<NodeId> find_node(const Graph& graph, std::string_view key) {
  if (const auto node = graph.find(key)) return *node;
  if (key.empty()) return fail(ErrorCode::InvalidArgument, "no key was given; a key looks like uncc:art_24__para_2");
  const auto nearest = nearest_keys(graph, key, kNamesOffered);
  if (nearest.empty()) {
    return fail(ErrorCode::NotFound,
                fmt::format("no node {}; a key looks like uncc:art_24__para_2, and search finds one by words", key));
  }
  return fail(ErrorCode::NotFound, fmt::format("no node {}; nearest: {}", key, fmt::join(nearest, ", ")));
}

Result<std::vector<NodeId>> find_nodes(const Graph& graph, const std::vector<std::string>& keys) {
  std::vector<NodeId> nodes;
  for (const auto& key : keys) {
    const auto node = find_node(graph, key);
    if (!node) return fail(node.error());
    nodes.push_back(*node);
  }
  return nodes;
}

/// A missing treaty is NotFound like a missing node, and not an invalid name.
Result<NodeId> find_treaty(const Graph& graph, std::string_view slug) {
  if (const auto node = graph.find(fmt::format("treaty:{}", slug))) return *node;
  auto error = unknown_name("treaty", slug, slugs_of_loaded_treaties(graph));
  error.code = ErrorCode::NotFound;
  return fail(std::move(error));
}

/// A short list is given in full, since any of its names may be meant.
Error unknown_name(std::string_view what, std::string_view found, const std::vector<std::string_view>& allowed) {
  // A list that a reader can take in at once.
  constexpr std::size_t kShortList = 12;
  const bool all = allowed.size() <= kShortList;
  const auto offered = all ? allowed : nearest_of(found, allowed, kNamesOffered);
  if (offered.empty()) return {ErrorCode::InvalidArgument, fmt::format("no {} {}", what, found)};
  return {ErrorCode::InvalidArgument,
          fmt::format("no {} {}; {}: {}", what, found, all ? "there are" : "nearest", fmt::join(offered, ", "))};
}

Result<LabelId> find_label(const Graph& graph, std::string_view name) {
  return find_name(graph.labels(), "label", name);
}

Result<TypeId> find_type(const Graph& graph, std::string_view name) {
  return find_name(graph.types(), "relationship type", name);
}

/// Sorted and without duplicates, whatever the order of the names.
Result<std::vector<TypeId>> find_types(const Graph& graph, const std::vector<std::string>& names) {
  std::vector<TypeId> types;
  if (names.empty()) {
    for (std::size_t i = 0; i < graph.types().size(); ++i) types.push_back(static_cast<TypeId>(i));
    return types;
  }
  types.reserve(names.size());
  for (const auto& name : names) {
    const auto type = find_type(graph, name);
    if (!type) return fail(type.error());
    const auto place = std::ranges::lower_bound(types, *type);
    if (place == types.end() || *place != *type) types.insert(place, *type);
  }
  return types;
}

}  // namespace treatygraph::queries
