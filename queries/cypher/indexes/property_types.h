#pragma once
// Properties that are stored as text but read as another type: dates and lists.

#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "graph/graph.h"
#include "queries/cypher/values/value.h"

namespace treatygraph::queries::cypher {

/// By the vocabulary's names for dates and lists. A date without its day ("2025-10") stays a string.
class PropertyTypes {
 public:
  enum class Kind : std::uint8_t { AsKept, Date, List };

  explicit PropertyTypes(const Graph& graph);
  /// Kept with the graph.
  [[nodiscard]] static const PropertyTypes& of(const Graph& graph);

  [[nodiscard]] Kind kind(PropertyId property) const { return kinds_[index_of(property)]; }
  /// The value that a query reads: `kept` itself if it has no other type.
  [[nodiscard]] Value read(PropertyId property, Value kept) const {
    return kind(property) == Kind::AsKept || !kept.is(ValueType::String) ? std::move(kept) : typed(property, kept);
  }

 private:
  [[nodiscard]] Value typed(PropertyId property, const Value& kept) const;
  std::vector<Kind> kinds_;
};

/// How many values of a date property lack the day; computed on first use and kept with the graph.
class IncompleteDates {
 public:
  explicit IncompleteDates(const Graph& graph);
  [[nodiscard]] static const IncompleteDates& of(const Graph& graph);
  struct Count {
    std::size_t values = 0;
    std::string_view example;
  };
  [[nodiscard]] Count of(PropertyId property) const;

 private:
  std::map<PropertyId, Count> counts_;
};

}  // namespace treatygraph::queries::cypher
