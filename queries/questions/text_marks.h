#pragma once
// Marks citations and defined terms in the words of a provision.

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/graph.h"
#include "queries/questions/text.h"
#include "queries/request/scope.h"

namespace treatygraph::queries {

/// Finds marks and caches the previews of their targets. `graph` and `scope_filter` must outlive it. Not for several
/// threads.
class TextMarker {
 public:
  TextMarker(const Graph& graph, const ScopeFilter& scope_filter);

  /// The marks of one provision.
  struct Marks {
    std::vector<TextMark> words;
    std::vector<TextMark> heading;
  };
  /// The marks in `words`, which are the provision's own, and in its heading; each in text order, without overlaps.
  [[nodiscard]] Result<Marks> marks_in(NodeId provision, std::string_view words);

 private:
  struct Sought;
  void add_citations(NodeId provision, Sought& sought) const;
  void add_terms(NodeId provision, Sought& sought) const;
  void add_unresolved(NodeId provision, Sought& sought) const;
  Result<std::string> note_of(const TextMark& mark);
  Result<std::vector<TextMark>> place(std::string_view words, const Sought& sought,
                                      std::optional<std::size_t> first_character);

  const Graph& graph_;
  const ScopeFilter& scope_filter_;
  std::unordered_map<std::uint32_t, std::string> notes_;
};

}  // namespace treatygraph::queries
