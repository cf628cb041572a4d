#pragma once
// Suggestions as one types into a search box: citations, names, keys, and words to go on with.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"
#include "queries/request/scope.h"

namespace treatygraph::queries {

struct SuggestRequest {
  static constexpr std::size_t kDefaultLimit = 10;
  static constexpr std::size_t kMostSuggestions = 50;
  std::string q;
  std::string label = {};   ///< only nodes with this label; empty: any, and words
  std::string treaty = {};  ///< only nodes of the treaty of this slug; empty: any
  std::size_t limit = kDefaultLimit;
  Scope scope = {};
};

struct Suggestion {
  enum class Kind : std::uint8_t { Citation, Name, Key, Word };
  Kind kind = Kind::Name;
  std::optional<NodeId> node;  ///< none of a word
  std::string text;            ///< what stands in the box when it is chosen
};

struct SuggestAnswer {
  std::vector<Suggestion> suggestions;
};

/// In little time, however large the graph. What is typed may be the beginning of anything.
[[nodiscard]] Result<SuggestAnswer> suggest(const Graph& graph, const SuggestRequest& request);

[[nodiscard]] std::string_view name_of(Suggestion::Kind kind);

}  // namespace treatygraph::queries
