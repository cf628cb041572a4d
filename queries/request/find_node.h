#pragma once
// Finds nodes and names of the graph. When nothing is found, the error offers the most similar keys or names, since the
// cause is usually a typing error.

#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"

namespace treatygraph::queries {

/// The node with that key. The error reads "no node uncc:art_240; nearest: uncc:art_24, uncc:art_40".
[[nodiscard]] Result<NodeId> find_node(const Graph& graph, std::string_view key);
/// The same for several keys; the error is that of the first wrong one.
[[nodiscard]] Result<std::vector<NodeId>> find_nodes(const Graph& graph, const std::vector<std::string>& keys);

/// Up to `count` keys most similar to `key`, best first: same namespace first, then by edit distance.
[[nodiscard]] std::vector<std::string_view> nearest_keys(const Graph& graph, std::string_view key, std::size_t count);

/// The error for a name that is not in a list of allowed ones (labels, types, modes, parameters). A list of up to 12
/// names is given in full ("no mode x; there are: a, b"); from a longer list, the three nearest names are.
[[nodiscard]] Error unknown_name(std::string_view what, std::string_view found,
                                 const std::vector<std::string_view>& allowed);

/// The treaty with that slug. The error lists the nearest slugs of loaded treaties.
[[nodiscard]] Result<NodeId> find_treaty(const Graph& graph, std::string_view slug);

/// The label or relationship type with that name. The error lists the nearest ones.
[[nodiscard]] Result<LabelId> find_label(const Graph& graph, std::string_view name);
[[nodiscard]] Result<TypeId> find_type(const Graph& graph, std::string_view name);
/// All types if `names` is empty.
[[nodiscard]] Result<std::vector<TypeId>> find_types(const Graph& graph, const std::vector<std::string>& names);

}  // namespace treatygraph::queries
