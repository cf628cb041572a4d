#pragma once
// A provision in the other versions of its treaty: drafts of "uncc" are treaties of their own, "uncc@2023-06".

#include <string_view>
#include <vector>

#include "graph/graph.h"

namespace treatygraph::queries {

class ScopeFilter;

/// "uncc" of "uncc@2023-06:art_5"; empty if the key has no namespace.
[[nodiscard]] std::string_view treaty_of_key(std::string_view key);
/// "uncc@2023-06" of "uncc@2023-06:art_5".
[[nodiscard]] std::string_view version_of_key(std::string_view key);

/// A corresponding provision and how it was found.
struct Counterpart {
  NodeId node;
  std::vector<RelationshipId>
      carried;              ///< CORRESPONDS_TO hops from `node`, or from its article, to what was asked about
  bool by_article = false;  ///< only their articles are known to be equivalent, and both have such a part
};

/// The provisions of other versions of the same treaty that correspond to `node`, through any number of versions,
/// nearest first. They are followed by counterparts by article, for versions in which no provision corresponds: the
/// part with the same place in an equivalent article, since drafts are often matched only article by article. Uses only
/// what is in `scope_filter`.
[[nodiscard]] std::vector<Counterpart> counterparts_of(const Graph& graph, NodeId node,
                                                       const ScopeFilter& scope_filter);

/// The lowest confidence of the hops, and one level lower if only the articles are matched. Empty if a hop does not
/// say.
[[nodiscard]] std::string_view confidence_of(const Graph& graph, const Counterpart& counterpart);

}  // namespace treatygraph::queries
