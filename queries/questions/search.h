#pragma once
// Search: a typed citation finds its provision first, then names, then words in fields and texts, best first. What was
// read otherwise than typed is reported.

#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"
#include "queries/request/budget.h"
#include "queries/request/page.h"
#include "queries/request/scope.h"
#include "queries/search/read_words.h"
#include "queries/search/snippet.h"

namespace treatygraph::queries {

struct SearchRequest {
  std::string q;
  std::string label = {};   ///< only nodes with this label; empty: any
  std::string treaty = {};  ///< only nodes of the treaty of this slug; empty: any
  Page page = {20, {}};
  Scope scope = {};                     ///< its basis applies to the nodes found
  std::vector<std::string> modes = {};  ///< only provisions with a reference of one of these modes
};

/// A node that was found.
struct SearchHit {
  enum class Kind : std::uint8_t { Citation, NearestToCitation, Name, Text };
  NodeId node{};
  Kind kind = Kind::Text;
  double score = 0;  ///< for names and words: higher is better
  Snippet snippet;   ///< empty for citations
};

/// A value with the number of hits that have it.
struct FacetCount {
  std::string value;
  std::size_t count = 0;
};
/// Counts over all hits on all pages, most frequent first.
struct SearchFacets {
  std::vector<FacetCount> labels;
  std::vector<FacetCount> treaties;  ///< by slug
  std::vector<FacetCount> modes;     ///< modes of the references of the hits
};

/// One page of hits, with counts over all ranked hits.
struct SearchAnswer {
  std::vector<SearchHit> hits;
  std::size_t total = 0;  ///< of the best hits, if `has_more`
  SearchFacets facets;
  std::vector<WordReading> readings;  ///< corrections and expansions of typed words
  std::vector<std::string> notes;     ///< the same as sentences, and other readings of a citation
  std::string next_cursor;
  std::string explanation;  ///< why the answer is empty
  Truncated truncated;
  bool has_more = false;                           ///< more nodes match, or may match, than were ranked
  static constexpr std::size_t kMostHits = 1'000;  ///< without limit=all
};

/// Searches. InvalidArgument if the query is empty or longer than 1,024 bytes.
[[nodiscard]] Result<SearchAnswer> search(const Graph& graph, const SearchRequest& request, const Budget& budget);

/// Builds the indexes that searches of a snapshot share, so that the first search is as fast as later ones.
void prepare_search(const Graph& graph);

/// The name of a kind of hit in answers: "nearest_to_citation".
[[nodiscard]] std::string_view name_of(SearchHit::Kind kind);

}  // namespace treatygraph::queries
