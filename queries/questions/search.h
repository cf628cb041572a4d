#pragma once
// Search: a typed citation finds its provision first, then full text.

#include <string>
#include <vector>

#include "graph/graph.h"
#include "queries/request/budget.h"
#include "queries/request/page.h"
#include "queries/request/scope.h"

namespace treatygraph::queries {

struct SearchRequest {
  std::string q;
  std::string label;   ///< only nodes with this label; empty: any
  std::string treaty;  ///< only nodes of the treaty of this slug; empty: any
  Page page{20, {}};
  Scope scope = {};  ///< its basis is of the nodes found
};

struct SearchHit {
  enum class Kind : std::uint8_t { Citation, NearestToCitation, Text };
  NodeId node;
  Kind kind = Kind::Text;
  double score = 0;     ///< of text hits: higher is better
  std::string snippet;  ///< each hit between U+0002 and U+0003; empty for citations
};

struct SearchAnswer {
  std::vector<SearchHit> hits;
  std::size_t total = 0;  ///< at most kMaxTextHits are counted
  std::string next_cursor;
  std::string explanation;  ///< for an empty answer
  Truncated truncated;
  static constexpr std::size_t kMaxTextHits = 1'000;
};

[[nodiscard]] Result<SearchAnswer> search(const Graph& graph, const SearchRequest& request, const Budget& budget);

}  // namespace treatygraph::queries
