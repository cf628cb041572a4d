#pragma once
// Finds where a text matches the terms of a query, and the snippet to show.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"
#include "queries/search/read_words.h"
#include "queries/search/snippet.h"

namespace treatygraph::queries {

/// A matching word of a text.
struct Place {
  std::size_t sought = 0;  ///< index of the term
  std::size_t begin = 0;   ///< bytes
  std::size_t end = 0;
  std::size_t word = 0;  ///< index of its first word
  double weight = 1;
};

/// The matches of all terms, in text order, at most 1,000. If a wording has several words that are not a phrase, all of
/// them must occur close together; each of them is then a match.
[[nodiscard]] std::vector<Place> places_of(std::string_view text, const std::vector<Sought>& sought);

/// A factor from 1 if the matches are scattered to 1.5 if they are together.
[[nodiscard]] double nearness_of(const std::vector<Place>& places, std::size_t sought);

/// Whether `text` contains these words in a row, ignoring case, accents and punctuation.
[[nodiscard]] bool says_in_a_row(std::string_view text, std::string_view words);

/// A snippet around the matches in the field or text of the node that has most of them, each match between U+0002 and
/// U+0003. Empty if nothing matches.
[[nodiscard]] Result<Snippet> snippet_of(const Graph& graph, NodeId node, const std::vector<Sought>& sought);

}  // namespace treatygraph::queries
