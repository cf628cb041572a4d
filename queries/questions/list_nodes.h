#pragma once
// Lists nodes by label and property, in pages.

#include <string>
#include <utility>
#include <vector>

#include "graph/graph.h"
#include "queries/request/budget.h"
#include "queries/request/page.h"
#include "queries/request/scope.h"
#include "queries/request/truncation.h"

namespace treatygraph::queries {

/// The question. All conditions must hold.
struct ListNodesRequest {
  std::vector<std::string> labels;                              ///< a node must have all of them; empty: any
  std::vector<std::pair<std::string, std::string>> properties;  ///< name and value; numbers and booleans as in JSON
  std::string prefix;                                           ///< prefix of the key
  std::vector<std::string> with;  ///< relationship types: adds each node's relationships of these types
  Page page;
  Scope scope = {};  ///< its basis applies to nodes and to their relationships
};

/// One page of nodes.
struct NodeList {
  std::vector<NodeId> nodes;  ///< in document order
  bool with_relationships = false;
  std::vector<std::vector<RelationshipId>> relationships;  ///< parallel to nodes, if requested
  std::string next_cursor;
  std::string explanation;  ///< why the answer is empty
  Truncated truncated;
};

/// Lists the nodes that fulfil the conditions. Linear in the nodes with the rarest of the labels, or in all nodes.
[[nodiscard]] Result<NodeList> list_nodes(const Graph& graph, const ListNodesRequest& request, Budget budget);

}  // namespace treatygraph::queries
