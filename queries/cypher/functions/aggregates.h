#pragma once
// Aggregate functions: count, sum, avg, min, max, collect, percentiles, standard deviations.

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "queries/cypher/values/value.h"

namespace treatygraph::queries::cypher {

/// Accumulates the values of one group and returns the result once.
class Aggregate {
 public:
  virtual ~Aggregate() = default;
  /// `value` is never null; `parameter` is the second argument, or null. `times` is how often the value occurs: it is 1
  /// unless the entry has `takes_times`. Throws CypherError for a value of a wrong type.
  virtual void add(const Value& value, const Value& parameter, std::int64_t times) = 0;
  /// May be called once: it may move the result out.
  [[nodiscard]] virtual Value result() = 0;
};

/// An aggregate function and how to make its accumulator.
struct AggregateEntry {
  std::string_view name;
  std::size_t arguments;
  std::unique_ptr<Aggregate> (*make)();
  bool takes_times = false;  ///< repeated values may be added once, with their number
};

[[nodiscard]] std::span<const AggregateEntry> all_aggregates();
/// Ignores case; nullptr if there is no such aggregate.
[[nodiscard]] const AggregateEntry* find_aggregate(std::string_view name);

}  // namespace treatygraph::queries::cypher
