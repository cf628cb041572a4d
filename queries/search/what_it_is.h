#pragma once
// Describes a node in one phrase, for lists of mixed nodes.

#include <string>
#include <string_view>

#include "graph/graph.h"

namespace treatygraph::queries {

/// "offence in article 7", "statement by OHCHR, 2024-07-25", "State", "treaty, cited and not loaded"; for a provision
/// its kind: "article", "paragraph".
[[nodiscard]] std::string what_it_is(const Graph& graph, NodeId node);

/// "United Nations Convention against Cybercrime": the short title, or the title up to its first semicolon.
[[nodiscard]] std::string_view short_title_of(const Graph& graph, NodeId treaty);

}  // namespace treatygraph::queries
