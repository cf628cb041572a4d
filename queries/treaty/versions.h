#pragma once
// A provision in the other versions of its treaty: drafts of "uncc" are treaties of their own, "uncc@2023-06".

#include <string_view>
#include <vector>

#include "graph/graph.h"

namespace treatygraph::queries {

class ScopeFilter;

/// "uncc" of "uncc@2023-06:art_5"; empty where the key has no namespace.
[[nodiscard]] std::string_view treaty_of_key(std::string_view key);
/// "uncc@2023-06" of "uncc@2023-06:art_5".
[[nodiscard]] std::string_view version_of_key(std::string_view key);

struct Counterpart {
  NodeId node;
  std::vector<RelationshipId>
      carried;              ///< CORRESPONDS_TO hops from `node`, or from its article, to what was asked about
  bool by_article = false;  ///< only their articles are known to be equivalent, and both have such a part
};

/// The provisions of other versions of the same treaty that correspond to `node`, through any number of versions;
/// nearest first. Then, of versions in which none does, the parts that have the same place in an equivalent article as
/// `node` has in its own: drafts are often matched by article alone. All by way of what is in `sight`.
[[nodiscard]] std::vector<Counterpart> counterparts_of(const Graph& graph, NodeId node, const ScopeFilter& sight);

/// As the least sure hop that carries, and lower where only the articles are matched; empty where a hop does not say.
[[nodiscard]] std::string_view confidence_of(const Graph& graph, const Counterpart& counterpart);

}  // namespace treatygraph::queries
