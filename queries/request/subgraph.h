#pragma once
// A part of the graph as an answer: nodes, their connections, and the relationships that prove them.

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "graph/ids.h"
#include "queries/request/truncation.h"

namespace treatygraph::queries {

/// A node of an answer.
struct SubgraphNode {
  NodeId node{};
  std::uint32_t depth = 0;  ///< hops from the start
  bool operator==(const SubgraphNode&) const = default;
};

/// An answer as a part of the graph.
struct Subgraph {
  std::vector<SubgraphNode> nodes;       ///< distinct, in document order
  std::vector<RelationshipId> evidence;  ///< stored relationships between them
  Truncated truncated;
};

/// A connection from one node of an answer to another. At a level it represents all references between the provisions
/// of the two nodes.
struct Connection {
  NodeId from;
  NodeId to;
  bool governs = false;              ///< `from` governs `to` instead of resting on it
  std::uint32_t first_evidence = 0;  ///< into Subgraph::evidence
  std::uint32_t evidence_count = 0;  ///< at least 1
};

/// The type name of such a connection, which is not stored.
[[nodiscard]] constexpr std::string_view type_of(const Connection& connection) {
  return connection.governs ? "GOVERNS" : "DEPENDS_ON";
}

/// A subgraph whose nodes represent their parts at a level.
struct LiftedSubgraph : Subgraph {
  std::vector<Connection> connections;  ///< by `from`, then `to`; a pair occurs twice if one end also governs the other

  [[nodiscard]] std::span<const RelationshipId> evidence_of(const Connection& connection) const {
    return std::span(evidence).subspan(connection.first_evidence, connection.evidence_count);
  }
  /// Adds a connection, and its relationships to the evidence.
  void connect(NodeId from, NodeId to, std::span<const RelationshipId> relationships, bool governs = false) {
    connections.push_back({from, to, governs, static_cast<std::uint32_t>(evidence.size()),
                           static_cast<std::uint32_t>(relationships.size())});
    evidence.insert(evidence.end(), relationships.begin(), relationships.end());
  }
};

}  // namespace treatygraph::queries
