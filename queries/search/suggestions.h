#pragma once
// A prefix index of names and keys, for suggestions while a user types.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"

namespace treatygraph::queries {

/// A sorted list of the beginnings of names, one for each word at which a suggestion may begin. Built once per graph
/// and kept with it.
class NameBeginnings {
 public:
  struct Found {
    NodeId node{};
    float weight = 0;
  };

  [[nodiscard]] static const NameBeginnings& of(const Graph& graph);
  explicit NameBeginnings(const Graph& graph);

  /// Nodes with a name or heading, or a suffix of one starting at a word, that begins with `letters` (in the form of
  /// folded_name); likeliest first, distinct.
  [[nodiscard]] std::vector<Found> beginning(std::string_view letters, std::size_t most) const;
  /// Nodes whose name has all these stems and a word with that beginning, in any order; likeliest first.
  [[nodiscard]] static std::vector<Found> with_words(const Graph& graph, const std::vector<std::string>& stems,
                                                     std::string_view beginning, std::size_t most);
  /// Nodes whose key begins so, in key order.
  [[nodiscard]] std::vector<NodeId> keys(const Graph& graph, std::string_view beginning, std::size_t most) const;

 private:
  struct Beginning {
    std::uint32_t at = 0;  ///< into letters_
    std::uint32_t length = 0;
    std::uint32_t node = 0;
    float weight = 0;
  };
  [[nodiscard]] std::string_view text_of(const Beginning& beginning) const {
    return {letters_.data() + beginning.at, beginning.length};
  }
  void add(const Graph& graph, NodeId node, std::string_view name, bool is_alias);

  std::string letters_;  ///< folded names, concatenated
  std::vector<Beginning> beginnings_;
  std::vector<std::uint32_t> by_key_;
};

/// The words of a name in lower case without accents, separated by single spaces.
[[nodiscard]] std::string folded_name(std::string_view name);

}  // namespace treatygraph::queries
