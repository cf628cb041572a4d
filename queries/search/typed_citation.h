#pragma once
// Parses citations as people type them: "art 24(2)", "Article 6, paragraph 1 of the Budapest Convention", "24 uncc",
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
  std::string treaty;          ///< the words or slug that named the treaty, lower case; empty if none did
  std::vector<Eid> more;       ///< for a list or range, the items after the first
  bool has_kind_word = true;   ///< false: only numbers ("24 uncc"), which may not be a citation
  bool and_following = false;  ///< "article 24 et seq."
};

/// Parses a citation; nothing if it is not one. Reads at most 256 bytes and names at most 200 provisions.
[[nodiscard]] std::optional<TypedCitation> read_citation(std::string_view typed);

struct CitationHit {
  NodeId node;
  bool exact = true;  ///< false: the data have no such part; this is what would contain it
};

/// What a citation names, and how its treaty was understood.
struct CitationLookup {
  std::optional<TypedCitation> cited;
  std::vector<CitationHit> hits;
  std::string other_words;       ///< unknown treaty name next to the citation
  std::vector<NodeId> may_mean;  ///< if the words may mean several treaties, or are only part of a name
  bool is_key = false;           ///< it was a key
};
[[nodiscard]] CitationLookup look_up_citation(const Graph& graph, std::string_view typed);

/// The provisions that `cited` names in these treaties, in their order. With `nearest`, missing ones are replaced by
/// what would contain them.
enum class Nearest { Offer, LeaveOut };
[[nodiscard]] std::vector<CitationHit> provisions_cited(const Graph& graph, const TypedCitation& cited,
                                                        const std::vector<NodeId>& treaties, Nearest nearest);

/// The provisions that `typed` names: in the treaty that it names by any of its names, otherwise in every loaded
/// treaty, drafts last. If the named treaty is not loaded, or has no such provision, the treaty itself; never a
/// provision of another. A treaty's name alone names the treaty.
[[nodiscard]] std::vector<CitationHit> find_citation(const Graph& graph, std::string_view typed);

}  // namespace treatygraph::queries
