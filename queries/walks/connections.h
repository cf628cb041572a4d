#pragma once
// Undirected connections between provisions: references, and belonging to the same division. They are what remains to
// search when no directed path exists.

#include "graph/graph.h"
#include "graph/topology.h"

namespace treatygraph::queries {

/// REFERS_TO and HAS_PART as a CSR with each relationship in both directions. Relationships of Treaty nodes are left
/// out: a treaty contains all its provisions, so being in the same treaty connects nothing.
class Connections {
 public:
  explicit Connections(const Graph& graph);
  /// The connections of a graph, computed once and kept with it.
  [[nodiscard]] static const Connections& of(const Graph& graph);
  [[nodiscard]] const OutCsr& symmetric() const { return symmetric_; }

 private:
  OutCsr symmetric_;
};

}  // namespace treatygraph::queries
