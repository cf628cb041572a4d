#pragma once
// Where a text says what is sought, and the piece of it to show.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"
#include "queries/search/read_words.h"
#include "queries/search/snippet.h"

namespace treatygraph::queries {

struct Place {
  std::size_t sought = 0;  ///< which of them
  std::size_t begin = 0;   ///< bytes
  std::size_t end = 0;
  std::size_t word = 0;  ///< the number of its first word
  double weight = 1;
};

/// In the order of the text. Of several words that are not a phrase each place is one word, if all stand in the text
/// close together.
[[nodiscard]] std::vector<Place> places_of(std::string_view text, const std::vector<Sought>& sought);

/// 1 where all that is found is scattered, up to 1.5 where it stands together.
[[nodiscard]] double nearness_of(const std::vector<Place>& places, std::size_t sought);

[[nodiscard]] bool says_in_a_row(std::string_view text, std::string_view words);

/// Some words around what is found in the field or text of the node that has most of it. Empty where none has any.
[[nodiscard]] Result<Snippet> snippet_of(const Graph& graph, NodeId node, const std::vector<Sought>& sought);

}  // namespace treatygraph::queries
