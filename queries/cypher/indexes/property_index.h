#pragma once
// An index of nodes by property value, made when a query first needs it and kept with the graph.

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

/// Eight bytes per node with the property.
class PropertyIndex {
 public:
  PropertyIndex(const Graph& graph, PropertyId property);

  struct Entry {
    std::uint32_t hash;
    NodeId node;
    auto operator<=>(const Entry&) const = default;
  };
  /// All nodes whose property equals `value`, and possibly others, in document order. Requires a value that it knows.
  [[nodiscard]] std::span<const Entry> find(const Value& value) const;
  /// Strings, numbers and booleans; equality of other values does not follow from a hash.
  [[nodiscard]] static bool knows(const Value& value);
  /// The expected number of nodes per value.
  [[nodiscard]] double nodes_a_value() const { return nodes_a_value_; }

 private:
  std::vector<Entry> entries_;
  double nodes_a_value_ = 0;
};

class PropertyIndexes {
 public:
  explicit PropertyIndexes(const Graph& graph) : graph_(&graph) {}
  /// The indexes kept with the graph.
  [[nodiscard]] static const PropertyIndexes& of(const Graph& graph);
  [[nodiscard]] const PropertyIndex& by(PropertyId property) const;

 private:
  const Graph* graph_;
  mutable std::unique_ptr<std::mutex> mutex_ = std::make_unique<std::mutex>();
  mutable std::map<PropertyId, std::unique_ptr<const PropertyIndex>> made_;
};

}  // namespace treatygraph::queries::cypher
