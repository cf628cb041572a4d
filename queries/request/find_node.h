#pragma once
// Nodes by key, with an error that helps whoever mistyped.

#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"

namespace treatygraph::queries {

/// The node called `key`; without one: "no node uncc:art_240; nearest: uncc:art_24, uncc:art_40".
[[nodiscard]] Result<NodeId> find_node(const Graph& graph, std::string_view key);
/// The same for several; the error is the first one's.
[[nodiscard]] Result<std::vector<NodeId>> find_nodes(const Graph& graph, const std::vector<std::string>& keys);

/// Up to `count` keys that are most like `key`, best first: same namespace before others, then by edit distance.
[[nodiscard]] std::vector<std::string_view> nearest_keys(const Graph& graph, std::string_view key, std::size_t count);

/// "no X y; nearest: a, b" for a name out of a short list (labels, types, modes, parameters).
[[nodiscard]] Error unknown_name(std::string_view what, std::string_view found, std::vector<std::string_view> allowed);

/// The treaty of that slug; the error lists the nearest slugs of treaties that are loaded.
[[nodiscard]] Result<NodeId> find_treaty(const Graph& graph, std::string_view slug);

/// The label or relationship type of that name; the error lists the nearest.
[[nodiscard]] Result<LabelId> find_label(const Graph& graph, std::string_view name);
[[nodiscard]] Result<TypeId> find_type(const Graph& graph, std::string_view name);
/// All types when `names` is empty.
[[nodiscard]] Result<std::vector<TypeId>> find_types(const Graph& graph, const std::vector<std::string>& names);

}  // namespace treatygraph::queries
