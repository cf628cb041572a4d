#pragma once
// The short citation of a provision, as in footnotes: "art. 24(2)(a)", "ch. IV", "annex I, art. 2", "Preamble".

#include <string>

#include "graph/eid.h"
#include "graph/graph.h"

namespace treatygraph::queries {

/// Two eIds never have the same short citation: paragraphs and points are in brackets only if their kind is then clear.
[[nodiscard]] std::string short_citation(const Eid& eid);

/// The short citation of a provision. Its eId if that cannot be parsed; empty if the node has no eId. Unique within its
/// treaty or version.
[[nodiscard]] std::string short_citation(const Graph& graph, NodeId node);

/// The slug of the treaty or version that a provision, or something that a provision carries, belongs to; for a treaty
/// its own slug. Empty if the node belongs to none.
[[nodiscard]] std::string_view treaty_slug(const Graph& graph, NodeId node);

}  // namespace treatygraph::queries
