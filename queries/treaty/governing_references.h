#pragma once
// The references by which one provision governs another (dependency_steps.h): few among very many, so they are listed
// once for a graph, and a walk need not read the mode of every reference that it passes.

#include <cstdint>
#include <span>
#include <vector>

#include "graph/graph.h"

namespace treatygraph::queries {

/// Lists them by either end. Computed once per graph and kept with it.
class GoverningReferences {
 public:
  [[nodiscard]] static const GoverningReferences& of(const Graph& graph);
  explicit GoverningReferences(const Graph& graph);

  /// A reference seen from one of its ends.
  struct End {
    NodeId here;
    Hop hop;  ///< to the other end
  };
  /// Those on the words of `nodes`, in document order. Found by bisection.
  [[nodiscard]] std::span<const End> out(NodeRange nodes) const { return among(out_, nodes); }
  /// Those that point to `nodes`, in document order of where they point.
  [[nodiscard]] std::span<const End> in(NodeRange nodes) const { return among(in_, nodes); }

 private:
  [[nodiscard]] static std::span<const End> among(const std::vector<End>& ends, NodeRange nodes);

  std::vector<End> out_;  ///< by `here`
  std::vector<End> in_;
};

}  // namespace treatygraph::queries
