#pragma once
// Which nodes have a property that equals a value: made when a query first looks for one, and kept with the graph.

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string_view>
#include <vector>

#include "graph/graph.h"
#include "queries/cypher/values/value.h"

namespace treatygraph::queries::cypher {

/// Eight bytes a node that has the property.
class PropertyIndex {
 public:
  PropertyIndex(const Graph& graph, PropertyId property);

  struct Entry {
    std::uint32_t hash;
    NodeId node;
    auto operator<=>(const Entry&) const = default;
  };
  /// All whose property equals `value`, and maybe others, in document order. Only of a value that it knows.
  [[nodiscard]] std::span<const Entry> find(const Value& value) const;
  /// Strings, numbers and booleans; what else may be equal, no hash tells.
  [[nodiscard]] static bool knows(const Value& value);
  /// How many nodes a value is expected to have.
  [[nodiscard]] double nodes_a_value() const { return nodes_a_value_; }

 private:
  std::vector<Entry> entries_;
  double nodes_a_value_ = 0;
};

class PropertyIndexes {
 public:
  explicit PropertyIndexes(const Graph& graph) : graph_(&graph) {}
  /// Those that are kept with the graph.
  [[nodiscard]] static const PropertyIndexes& of(const Graph& graph);
  [[nodiscard]] const PropertyIndex& by(PropertyId property) const;

 private:
  const Graph* graph_;
  mutable std::unique_ptr<std::mutex> mutex_ = std::make_unique<std::mutex>();
  mutable std::map<PropertyId, std::unique_ptr<const PropertyIndex>> made_;
};

}  // namespace treatygraph::queries::cypher
