#pragma once
// Nodes by label and property, page by page.

#include <string>
#include <utility>
#include <vector>

#include "graph/graph.h"
#include "queries/request/budget.h"
#include "queries/request/page.h"
#include "queries/request/scope.h"
#include "queries/request/truncation.h"

namespace treatygraph::queries {

struct ListNodesRequest {
  std::vector<std::string> labels;  ///< all of them; empty: any
  std::vector<std::pair<std::string, std::string>>
      properties;                 ///< name and value; numbers and booleans as JSON writes them
  std::string prefix;             ///< of the key
  std::vector<std::string> with;  ///< relationship types: each node with its relationships of these types
  Page page;
  Scope scope = {};  ///< its basis is of the nodes, and of the relationships that they come with
};

struct NodeList {
  std::vector<NodeId> nodes;  ///< in document order
  bool with_relationships = false;
  std::vector<std::vector<RelationshipId>> relationships;  ///< beside nodes, where they were asked for
  std::string next_cursor;
  std::string explanation;  ///< for an empty answer
  Truncated truncated;
};

[[nodiscard]] Result<NodeList> list_nodes(const Graph& graph, const ListNodesRequest& request, Budget budget);

}  // namespace treatygraph::queries
