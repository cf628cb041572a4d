#pragma once
// Groups of nodes named by key, by label, or by kind.

#include <string>
#include <vector>

#include "graph/graph.h"

namespace treatygraph::queries {

/// All nodes that `names` mean, distinct and in document order. A name is a key ("uncc:art_29"), a label ("Power") or
/// the `kind` of provisions, powers or offences ("procedural"). If `treaty` (a slug) is given, labels and kinds mean
/// only its nodes. The error lists the nearest names.
[[nodiscard]] Result<std::vector<NodeId>> find_group(const Graph& graph, const std::vector<std::string>& names,
                                                     const std::string& treaty);

}  // namespace treatygraph::queries
