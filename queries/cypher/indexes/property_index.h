#pragma once
// An index of nodes by the value of a property. It is made when a query first needs it, and kept with the graph.

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

/// An array of hashes and nodes, sorted by hash: eight bytes for each node with the property. It does not have the
/// values, so a lookup may give nodes with another value and the same hash; the caller compares. Immutable once made.
class PropertyIndex {
 public:
  PropertyIndex(const Graph& graph, PropertyId property);

  struct Entry {
    std::uint32_t hash;
    NodeId node;
    auto operator<=>(const Entry&) const = default;
  };
  /// All nodes whose property equals `value`, and possibly others, in document order. `value` must be one that knows()
  /// accepts. Logarithmic in the number of entries.
  [[nodiscard]] std::span<const Entry> find(const Value& value) const;
  /// Whether the index can find the value: strings, numbers and booleans.
  [[nodiscard]] static bool knows(const Value& value);
  /// The average number of nodes for each value; 0 if no node has the property.
  [[nodiscard]] double nodes_a_value() const { return nodes_a_value_; }

 private:
  std::vector<Entry> entries_;
  double nodes_a_value_ = 0;
};

/// The indexes of one graph. Thread-safe: a lock is held while an index is looked up or made.
class PropertyIndexes {
 public:
  explicit PropertyIndexes(const Graph& graph) : graph_(&graph) {}
  /// The indexes kept with the graph.
  [[nodiscard]] static const PropertyIndexes& of(const Graph& graph);
  /// Makes the index if necessary, linear in the nodes. Valid while the graph exists.
  [[nodiscard]] const PropertyIndex& by(PropertyId property) const;

 private:
  const Graph* graph_;
  mutable std::unique_ptr<std::mutex> mutex_ = std::make_unique<std::mutex>();
  mutable std::map<PropertyId, std::unique_ptr<const PropertyIndex>> made_;
};

}  // namespace treatygraph::queries::cypher
