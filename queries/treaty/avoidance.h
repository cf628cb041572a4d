#pragma once
// The nodes that a walk must not enter, by key (with their parts) or by label.

#include <string>
#include <vector>

#include "graph/graph.h"

namespace treatygraph::queries {

/// The nodes to be avoided, prepared for one graph. Valid while the graph exists.
class Avoidance {
 public:
  /// Names with ':' are keys; others are labels. The error lists the nearest ones.
  [[nodiscard]] static Result<Avoidance> of(const Graph& graph, const std::vector<std::string>& names);

  [[nodiscard]] bool empty() const { return labels_.empty() && ranges_.empty(); }
  [[nodiscard]] bool avoids(NodeId node) const;
  /// The same for walks over provisions: a provision is avoided also if it, or a part of it, establishes, grants,
  /// provides or defines something to be avoided. A path that must avoid safeguards must not pass a provision that
  /// provides one.
  [[nodiscard]] bool avoids_carrier(NodeId provision) const;

 private:
  explicit Avoidance(const Graph& graph) : graph_(&graph) {}

  const Graph* graph_;
  std::vector<LabelId> labels_;
  std::vector<NodeRange> ranges_;
};

}  // namespace treatygraph::queries
