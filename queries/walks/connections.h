#pragma once
// Undirected connections between provisions: references, and being in the same division.

#include "graph/graph.h"
#include "graph/topology.h"

namespace treatygraph::queries {

/// A CSR of REFERS_TO and HAS_PART with each relationship in both directions, except those of Treaty nodes: a treaty
/// contains all its provisions, so it connects none of them. Made once per graph.
class Connections {
 public:
  explicit Connections(const Graph& graph);
  [[nodiscard]] static const Connections& of(const Graph& graph);
  [[nodiscard]] const OutCsr& symmetric() const { return symmetric_; }

 private:
  OutCsr symmetric_;
};

}  // namespace treatygraph::queries
