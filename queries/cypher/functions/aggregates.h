#pragma once
// The functions that take many rows: count, sum, avg, min, max, collect, percentiles, standard deviations.

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "queries/cypher/values/value.h"

namespace treatygraph::queries::cypher {

/// Takes the values of one group and answers once.
class Aggregate {
 public:
  virtual ~Aggregate() = default;
  /// `value` is not null; `parameter` is the second argument, where there is one. `times` is how often the value comes:
  /// more than once only where the entry takes that.
  virtual void add(const Value& value, const Value& parameter, std::int64_t times) = 0;
  [[nodiscard]] virtual Value result() = 0;
};

struct AggregateEntry {
  std::string_view name;
  std::size_t arguments;
  std::unique_ptr<Aggregate> (*make)();
  bool takes_times = false;  ///< a value that comes several times may be added once, with their number
};

[[nodiscard]] std::span<const AggregateEntry> all_aggregates();
/// nullptr where there is none.
[[nodiscard]] const AggregateEntry* find_aggregate(std::string_view name);

}  // namespace treatygraph::queries::cypher
