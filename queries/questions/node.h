#pragma once
// One node: what it is, where it is, what it says, how it is connected.

#include <string>
#include <vector>

#include "graph/graph.h"
#include "queries/request/scope.h"

namespace treatygraph::queries {

struct NodeAnswer {
  struct Degree {
    TypeId type{};
    std::size_t out = 0;
    std::size_t in = 0;
  };
  NodeId node;
  std::vector<NodeId> breadcrumb;             ///< from the treaty down to the node's parent
  std::vector<NodeId> parts;                  ///< its direct parts, in document order
  std::string text;                           ///< the official words; empty if the data have none
  std::vector<Degree> degrees;                ///< types with at least one relationship, by name
  std::vector<RelationshipId> relationships;  ///< the first kMostRelationships, by type: for formats of graphs
  std::size_t relationship_count = 0;
  static constexpr std::size_t kMostRelationships = 200;
};

/// The node with that key, as far as the scope shows it. NotFound, with the nearest keys, if there is none.
[[nodiscard]] Result<NodeAnswer> node_of(const Graph& graph, std::string_view key, const Scope& scope);
/// The path from the root of its HAS_PART tree down, without `node`.
[[nodiscard]] std::vector<NodeId> breadcrumb_of(const Graph& graph, NodeId node);

}  // namespace treatygraph::queries
