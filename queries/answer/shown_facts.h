#pragma once
// The nodes and relationships that an answer shows, for counting them.

#include <optional>
#include <vector>

#include "graph/ids.h"

namespace treatygraph::queries {

struct Acts;
struct EventHit;
struct Path;
struct StatementHit;
struct Subgraph;

/// Collects nodes and relationships. An entry may be added more than once.
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
  void add(const EventHit& hit);
  void add(const Acts& acts);
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
