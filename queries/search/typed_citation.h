#pragma once
// Looks up in the graph what a typed citation names.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"
#include "queries/search/cited_provisions.h"
#include "queries/search/read_citation.h"

namespace treatygraph::queries {

/// What a citation names, and how its treaty was understood.
struct CitationLookup {
  std::optional<TypedCitation> cited;
  std::vector<CitationHit> hits;
  std::string other_words;       ///< unknown treaty name next to the citation
  std::vector<NodeId> may_mean;  ///< if the words may mean several treaties, or are only part of a name
  bool is_key = false;           ///< it was a key
};
/// Looks up a key, a citation, or the name of a treaty, in this order. `hits` is empty if it is none of them.
[[nodiscard]] CitationLookup look_up_citation(const Graph& graph, std::string_view typed);

/// The provisions that `typed` names: in the treaty that it names by any of its names, otherwise in every loaded
/// treaty, drafts last. If the named treaty is not loaded, or has no such provision, the treaty itself; never a
/// provision of another. A treaty's name alone names the treaty.
[[nodiscard]] std::vector<CitationHit> find_citation(const Graph& graph, std::string_view typed);

}  // namespace treatygraph::queries
