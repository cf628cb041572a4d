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
  /// `value` is not null; `parameter` is the second argument, if any. `times` is how often the value occurs: more than
  /// once only if the entry allows that.
  virtual void add(const Value& value, const Value& parameter, std::int64_t times) = 0;
  [[nodiscard]] virtual Value result() = 0;
};

struct AggregateEntry {
  std::string_view name;
  std::size_t arguments;
  std::unique_ptr<Aggregate> (*make)();
  bool takes_times = false;  ///< repeated values may be added once with a count
};

[[nodiscard]] std::span<const AggregateEntry> all_aggregates();
/// null if there is none.
[[nodiscard]] const AggregateEntry* find_aggregate(std::string_view name);

}  // namespace treatygraph::queries::cypher
