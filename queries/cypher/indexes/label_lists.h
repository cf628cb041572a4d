#pragma once
// The label sets of a graph as lists of strings, for labels(n). There are few sets, and all nodes share them.

#include <vector>

#include "graph/graph.h"
#include "queries/cypher/values/value.h"

namespace treatygraph::queries::cypher {

/// Immutable once made, so any thread may read it. Linear in the nodes to make.
class LabelLists {
 public:
  explicit LabelLists(const Graph& graph) {
    for (std::uint32_t node = 0; node < graph.node_count(); ++node) {
      const auto set = graph.label_set(NodeId{node});
      if (set >= by_set_.size()) by_set_.resize(set + 1);
      auto& list = by_set_[set];
      if (!list.is_null()) continue;
      ValueList names;
      for (const auto label : graph.labels_of(NodeId{node})) names.emplace_back(Text(graph.labels().name(label)));
      list = std::move(names);
    }
  }
  /// Made on first use and kept with the graph.
  [[nodiscard]] static const LabelLists& of(const Graph& graph) {
    return graph.derived().get<LabelLists>([&graph] { return LabelLists(graph); });
  }
  /// The labels of a label set; see Graph::label_set(). Valid while the graph exists.
  [[nodiscard]] Value of_set(std::size_t set) const { return Value::lent(by_set_[set]); }

 private:
  std::vector<Value> by_set_;
};

}  // namespace treatygraph::queries::cypher
