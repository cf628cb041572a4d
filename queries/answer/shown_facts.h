#pragma once
// The nodes and relationships that an answer shows, to be counted.

#include <optional>
#include <vector>

#include "graph/ids.h"

namespace treatygraph::queries {

struct Path;
struct StatementHit;
struct Subgraph;

/// Collects them; an entry may be added more than once.
class ShownFacts {
 public:
  std::vector<NodeId> nodes;
  std::vector<RelationshipId> relationships;

  void add(NodeId node) { nodes.push_back(node); }
  void add(RelationshipId relationship) { relationships.push_back(relationship); }
  void add(std::optional<RelationshipId> relationship) {
    if (relationship) add(*relationship);
  }
  void add(const std::vector<NodeId>& all) { nodes.insert(nodes.end(), all.begin(), all.end()); }
  void add(const std::vector<RelationshipId>& all) {
    relationships.insert(relationships.end(), all.begin(), all.end());
  }
  void add(const Subgraph& graph);
  void add(const Path& path);
  void add(const StatementHit& hit);
  template <typename First, typename Second, typename... More>
  void add(const First& first, const Second& second, const More&... more) {
    add(first);
    add(second);
    (add(more), ...);
  }

  /// Sorts both and drops repetitions.
  void keep_each_once();
};

}  // namespace treatygraph::queries
