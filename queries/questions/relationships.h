#pragma once
// The relationships of one node, in pages.

#include <string>
#include <vector>

#include "graph/graph.h"
#include "queries/request/budget.h"
#include "queries/request/page.h"
#include "queries/request/scope.h"
#include "queries/request/truncation.h"

namespace treatygraph::queries {

struct RelationshipsRequest {
  std::string of;
  Direction direction = Direction::Both;
  std::vector<std::string> types;  ///< empty: all
  bool with_parts = false;         ///< also those of its parts
  Scope scope;
  Page page;
};

/// One page of relationships.
struct RelationshipsAnswer {
  NodeId of{};
  std::vector<RelationshipId>
      relationships;        ///< outgoing before incoming, by type, then in document order; a self-loop once
  std::size_t total = 0;    ///< number found before the budget ran out, if it did
  std::string next_cursor;  ///< empty on the last page
  Truncated truncated;
};

/// The visible relationships of a node, or of a node and its parts. All of them are collected before the page is cut,
/// since the total is part of the answer.
[[nodiscard]] Result<RelationshipsAnswer> relationships_of(const Graph& graph, const RelationshipsRequest& request,
                                                           Budget budget);

}  // namespace treatygraph::queries
