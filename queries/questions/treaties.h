#pragma once
// The treaties of a snapshot, and the table of contents of one.

#include <string_view>
#include <vector>

#include "graph/graph.h"
#include "queries/request/scope.h"
#include "queries/request/subgraph.h"

namespace treatygraph::queries {

/// A treaty with its counts within the scope.
struct TreatySummary {
  NodeId treaty{};
  bool loaded = false;  ///< false: only cited
  std::size_t provision_count = 0;
  std::size_t article_count = 0;
  std::size_t reference_count = 0;  ///< REFERS_TO to targets outside it
  bool has_acts = false;            ///< acts within the scope; if there are none, the counts mean nothing
  std::size_t signatory_count = 0;
  std::size_t party_count = 0;  ///< number that expressed consent to be bound
};

/// Loaded ones first, then by slug.
[[nodiscard]] std::vector<TreatySummary> treaties(const Graph& graph);
/// The same, restricted to the scope.
[[nodiscard]] Result<std::vector<TreatySummary>> treaties(const Graph& graph, const Scope& scope);

/// The table of contents of one treaty.
struct TableOfContents {
  TreatySummary treaty;
  std::vector<SubgraphNode> entries;  ///< in document order; depth 1 is the treaty's own parts
  Truncated truncated;
};

/// Down to articles or, with `whole`, to every point.
[[nodiscard]] Result<TableOfContents> table_of_contents(const Graph& graph, std::string_view slug, bool whole,
                                                        const Scope& scope);

}  // namespace treatygraph::queries
