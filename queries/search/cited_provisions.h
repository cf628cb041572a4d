#pragma once
// The provisions of given treaties that a citation names, however their numbers are printed.

#include <string>
#include <vector>

#include "graph/graph.h"
#include "queries/search/read_citation.h"

namespace treatygraph::queries {

/// A provision that a citation names, or what would contain it.
struct CitationHit {
  NodeId node{};
  bool exact = true;  ///< false: the data have no such part; this is what would contain it
};

/// All eIds that a treaty may give to a cited provision: numbers in Arabic or Roman numerals, points that are called
/// paragraphs and the reverse, and articles numbered by chapter. The eId as cited is the first.
[[nodiscard]] std::vector<std::string> eids_of_cited(const Eid& cited);

/// The provisions that `cited` names in these treaties, in the order of the treaties; exact ones first. With
/// Nearest::Offer, a missing provision is replaced by the innermost existing provision that would contain it.
enum class Nearest { Offer, LeaveOut };
[[nodiscard]] std::vector<CitationHit> provisions_cited(const Graph& graph, const TypedCitation& cited,
                                                        const std::vector<NodeId>& treaties, Nearest nearest);

}  // namespace treatygraph::queries
