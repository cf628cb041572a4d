#pragma once
// The label sets of a graph as lists of strings: few, and every node has one of them.

#include <span>
#include <unordered_map>

#include "graph/graph.h"
#include "queries/cypher/value.h"

namespace treatygraph::queries::cypher {

class LabelLists {
 public:
  explicit LabelLists(const Graph& graph) {
    for (std::uint32_t node = 0; node < graph.node_count(); ++node) {
      const auto set = graph.labels_of(NodeId{node});
      auto& list = by_set_[set.data()];
      if (!list.is_null()) continue;
      ValueList names;
      for (const auto label : set) names.emplace_back(Text(graph.labels().name(label)));
      list = std::move(names);
    }
  }
  /// Kept with the graph.
  [[nodiscard]] static const LabelLists& of(const Graph& graph) {
    return graph.derived().get<LabelLists>([&graph] { return LabelLists(graph); });
  }
  [[nodiscard]] const Value& of(std::span<const LabelId> set) const { return by_set_.at(set.data()); }

 private:
  std::unordered_map<const LabelId*, Value> by_set_;
};

}  // namespace treatygraph::queries::cypher
