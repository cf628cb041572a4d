#pragma once
// A provision cited as people type it: "art 24(2)", "Article 6, paragraph 1 of the Budapest Convention", "24 uncc",
// "ICCPR art 17", "CETS 185 art 2", "Artikel 24 Absatz 2", "articles 7 to 16", "§ 24", "Article VI", "Ch. 5".

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/eid.h"
#include "graph/graph.h"

namespace treatygraph::queries {

struct TypedCitation {
  Eid eid;
  std::string treaty;          ///< the words or slug that named the treaty, lower case; empty where none did
  std::vector<Eid> more;       ///< of a list or a range, those after the first
  bool has_kind_word = true;   ///< false: numbers alone ("24 uncc"), which may be no citation
  bool and_following = false;  ///< "article 24 et seq."
};

/// What was typed, read as a citation; nothing where it is not one. Never more than 256 bytes are looked at, and never
/// more than 200 provisions are named.
[[nodiscard]] std::optional<TypedCitation> read_citation(std::string_view typed);

struct CitationHit {
  NodeId node;
  bool exact = true;  ///< false: the data have no such part; this is what it would stand in
};

/// What a citation names, and how its treaty was understood.
struct CitationLookup {
  std::optional<TypedCitation> cited;
  std::vector<CitationHit> hits;
  std::string other_words;       ///< beside the citation; no treaty here is called so
  std::vector<NodeId> may_mean;  ///< where the words may mean several treaties, or are only some of a name
  bool is_key = false;           ///< it was a key
};
[[nodiscard]] CitationLookup look_up_citation(const Graph& graph, std::string_view typed);

/// The provisions that `cited` names in these treaties, in their order; with `nearest`, of one that a treaty does not
/// have, what it would stand in.
enum class Nearest { Offer, LeaveOut };
[[nodiscard]] std::vector<CitationHit> provisions_cited(const Graph& graph, const TypedCitation& cited,
                                                        const std::vector<NodeId>& treaties, Nearest nearest);

/// The provisions that `typed` names: of the treaty that it names by any of its names, else of every loaded treaty,
/// drafts last. Of a treaty that it names and that is not loaded, or has no such provision, the treaty itself; never a
/// provision of another. A treaty's name alone names the treaty.
[[nodiscard]] std::vector<CitationHit> find_citation(const Graph& graph, std::string_view typed);

}  // namespace treatygraph::queries
