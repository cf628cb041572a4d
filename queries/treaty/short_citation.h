#pragma once
// The short citation of a provision, as footnotes have it: "art. 24(2)(a)", "ch. IV", "annex I, art. 2", "Preamble".

#include <string>

#include "graph/eid.h"
#include "graph/graph.h"

namespace treatygraph::queries {

/// Two eIds never have the same: paragraphs and points are in brackets only where it is plain which they are.
[[nodiscard]] std::string short_citation(const Eid& eid);

/// Of a provision; its eId where that cannot be read, empty of anything else. Unique within its treaty or version.
[[nodiscard]] std::string short_citation(const Graph& graph, NodeId node);

/// The slug of the treaty or version that a provision, or what one carries, belongs to; of a treaty its own. Empty of
/// what belongs to none.
[[nodiscard]] std::string_view treaty_slug(const Graph& graph, NodeId node);

}  // namespace treatygraph::queries
