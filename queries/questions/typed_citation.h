#pragma once
// A provision cited as people type it: "art 24(2)", "Article 6, paragraph 1 of the Budapest Convention", "24 uncc",
// "ICCPR art 17", "CETS 185 art 2".

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/eid.h"
#include "graph/graph.h"

namespace treatygraph::queries {

struct TypedCitation {
  Eid eid;
  std::string treaty;  ///< the words or slug that named the treaty, lower case; empty where none did
};

/// What was typed, read as a citation; nothing where it is not one. Never more than 256 bytes are looked at.
[[nodiscard]] std::optional<TypedCitation> read_citation(std::string_view typed);

struct CitationHit {
  NodeId node;
  bool exact = true;  ///< false: the data have no such part; this is what it would stand in
};
/// The provisions that `typed` names: of the treaty that it names by any of its names, else of every loaded treaty,
/// drafts last. Of a treaty that it names and that is not loaded, or has no such provision, the treaty itself; never a
/// provision of another. A treaty's name alone names the treaty.
[[nodiscard]] std::vector<CitationHit> find_citation(const Graph& graph, std::string_view typed);

}  // namespace treatygraph::queries
