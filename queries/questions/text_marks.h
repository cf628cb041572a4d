#pragma once
// What the words of a provision cite and which defined terms they use, at their places.

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/graph.h"
#include "queries/questions/text.h"
#include "queries/request/scope.h"

namespace treatygraph::queries {

/// Finds marks; remembers what it read of those that are cited. `graph` and `sight` must outlive it.
class TextMarker {
 public:
  TextMarker(const Graph& graph, const ScopeFilter& sight);

  struct Marks {
    std::vector<TextMark> words;
    std::vector<TextMark> heading;
  };
  /// Of each in order, none overlapping another. `words`: the provision's own.
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
  const ScopeFilter& sight_;
  std::unordered_map<std::uint32_t, std::string> notes_;
};

}  // namespace treatygraph::queries
