#pragma once
// What ties provisions together whichever way it runs: references, and standing in the same division.

#include "graph/graph.h"
#include "graph/topology.h"

namespace treatygraph::queries {

/// A CSR of REFERS_TO and HAS_PART with each relationship in both directions, without those that touch a Treaty: a
/// treaty holds all its provisions, so it ties none together. Made once for a graph.
class Connections {
 public:
  explicit Connections(const Graph& graph);
  [[nodiscard]] static const Connections& of(const Graph& graph);
  [[nodiscard]] const OutCsr& symmetric() const { return symmetric_; }

 private:
  OutCsr symmetric_;
};

}  // namespace treatygraph::queries
