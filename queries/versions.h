#pragma once
// A provision in the other versions of its treaty: drafts of "uncc" are treaties of their own, "uncc@2023-06".

#include <string_view>
#include <vector>

#include "graph/graph.h"

namespace treatygraph::queries {

/// "uncc" of "uncc@2023-06:art_5"; empty where the key has no namespace.
[[nodiscard]] std::string_view treaty_of_key(std::string_view key);
/// "uncc@2023-06" of "uncc@2023-06:art_5".
[[nodiscard]] std::string_view version_of_key(std::string_view key);

struct Counterpart {
  NodeId node;
  std::vector<RelationshipId> carried;  ///< CORRESPONDS_TO hops from `node` to the provision asked about
};

/// The provisions of other versions of the same treaty that correspond to `node`, through any number of versions;
/// nearest first.
[[nodiscard]] std::vector<Counterpart> counterparts_of(const Graph& graph, NodeId node);

}  // namespace treatygraph::queries
