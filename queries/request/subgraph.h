#pragma once
// A part of the graph as an answer: nodes, what connects them, and the relationships that show why.

#include <cstdint>
#include <span>
#include <vector>

#include "graph/ids.h"
#include "queries/request/truncation.h"

namespace treatygraph::queries {

struct SubgraphNode {
  NodeId node;
  std::uint32_t depth = 0;  ///< hops from where the question began
  bool operator==(const SubgraphNode&) const = default;
};

struct Subgraph {
  std::vector<SubgraphNode> nodes;       ///< each once, in document order
  std::vector<RelationshipId> evidence;  ///< what connects them, as it is stored
  Truncated truncated;
};

/// What goes from one node to another: references lifted to a level.
struct Connection {
  NodeId from;
  NodeId to;
  std::uint32_t first_evidence = 0;  ///< into Subgraph::evidence
  std::uint32_t evidence_count = 0;  ///< at least 1
};

struct LiftedSubgraph : Subgraph {
  std::vector<Connection> connections;  ///< each pair of ends once; by from, then to

  [[nodiscard]] std::span<const RelationshipId> evidence_of(const Connection& connection) const {
    return std::span(evidence).subspan(connection.first_evidence, connection.evidence_count);
  }
  void connect(NodeId from, NodeId to, std::span<const RelationshipId> relationships) {
    connections.push_back(
        {from, to, static_cast<std::uint32_t>(evidence.size()), static_cast<std::uint32_t>(relationships.size())});
    evidence.insert(evidence.end(), relationships.begin(), relationships.end());
  }
};

}  // namespace treatygraph::queries
