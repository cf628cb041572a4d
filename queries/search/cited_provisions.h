#pragma once
// The provisions of given treaties that a citation names, however their numbers are printed.

#include <string>
#include <vector>

#include "graph/graph.h"
#include "queries/search/read_citation.h"

namespace treatygraph::queries {

struct CitationHit {
  NodeId node{};
  bool exact = true;  ///< false: the data have no such part; this is what would contain it
};

/// All eIds that a treaty may give to a cited provision: numbers in either script, points called paragraphs, and
/// articles numbered by chapter.
[[nodiscard]] std::vector<std::string> eids_of_cited(const Eid& cited);

/// The provisions that `cited` names in these treaties, in their order. With `nearest`, missing ones are replaced by
/// what would contain them.
enum class Nearest { Offer, LeaveOut };
[[nodiscard]] std::vector<CitationHit> provisions_cited(const Graph& graph, const TypedCitation& cited,
                                                        const std::vector<NodeId>& treaties, Nearest nearest);

}  // namespace treatygraph::queries
