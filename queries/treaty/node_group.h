#pragma once
// Nodes named one by one or many at once: by key, by label, or by kind.

#include <string>
#include <vector>

#include "graph/graph.h"

namespace treatygraph::queries {

/// All nodes that `names` stand for, each once, in document order. A name is a key ("uncc:art_29"), a label ("Power")
/// or the `kind` of some provisions, powers or offences ("procedural"). Labels and kinds mean the nodes of `treaty` (a
/// slug) alone where one is given. The error lists what is nearest.
[[nodiscard]] Result<std::vector<NodeId>> find_group(const Graph& graph, const std::vector<std::string>& names,
                                                     const std::string& treaty);

}  // namespace treatygraph::queries
