#pragma once
// Properties that the graph stores as text, but that queries read as another type: dates and lists.

#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "graph/graph.h"
#include "queries/cypher/values/value.h"

namespace treatygraph::queries::cypher {

/// The types of a graph's properties, which their names decide. A date without its day ("2025-10") stays a string,
/// because a Date would need a day that is unknown. Immutable once made.
class PropertyTypes {
 public:
  enum class Kind : std::uint8_t { AsKept, Date, List };

  explicit PropertyTypes(const Graph& graph);
  /// Kept with the graph.
  [[nodiscard]] static const PropertyTypes& of(const Graph& graph);

  [[nodiscard]] Kind kind(PropertyId property) const { return kinds_[index_of(property)]; }
  /// The value that a query reads for the stored value `kept`: `kept` itself if the property has no other type.
  [[nodiscard]] Value read(PropertyId property, Value kept) const {
    return kind(property) == Kind::AsKept || !kept.is(ValueType::String) ? std::move(kept) : typed(property, kept);
  }

 private:
  [[nodiscard]] Value typed(PropertyId property, const Value& kept) const;
  std::vector<Kind> kinds_;
};

/// The number of values of each date property that lack the day, for warnings. Computed on first use and kept with the
/// graph.
class IncompleteDates {
 public:
  explicit IncompleteDates(const Graph& graph);
  [[nodiscard]] static const IncompleteDates& of(const Graph& graph);
  struct Count {
    std::size_t values = 0;
    std::string_view example;  ///< one such value; valid as long as the graph
  };
  [[nodiscard]] Count of(PropertyId property) const;

 private:
  std::map<PropertyId, Count> counts_;
};

}  // namespace treatygraph::queries::cypher
