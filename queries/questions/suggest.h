#pragma once
// Suggestions while a user types into a search box: citations, names, keys, and words that complete the input.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"
#include "queries/request/scope.h"

namespace treatygraph::queries {

/// What was typed so far.
struct SuggestRequest {
  static constexpr std::size_t kDefaultLimit = 10;
  static constexpr std::size_t kMostSuggestions = 50;
  std::string q;
  std::string label = {};   ///< only nodes with this label; empty: any, and words
  std::string treaty = {};  ///< only nodes of the treaty of this slug; empty: any
  std::size_t limit = kDefaultLimit;
  Scope scope = {};
};

/// A line below the search box.
struct Suggestion {
  enum class Kind : std::uint8_t { Citation, Name, Key, Word };
  Kind kind = Kind::Name;
  std::optional<NodeId> node;  ///< none for a word
  std::string text;            ///< the text of the box if it is chosen
};

/// Suggestions in the order in which they are shown, at most the limit.
struct SuggestAnswer {
  std::vector<Suggestion> suggestions;
};

/// Suggestions for what was typed so far, which may be the beginning of anything. Fast on graphs of any size: it only
/// uses indexes.
[[nodiscard]] Result<SuggestAnswer> suggest(const Graph& graph, const SuggestRequest& request);

[[nodiscard]] std::string_view name_of(Suggestion::Kind kind);

}  // namespace treatygraph::queries
