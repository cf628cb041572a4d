#pragma once
// The functions that take many rows: count, sum, avg, min, max, collect, percentiles, standard deviations.

#include <memory>
#include <string_view>

#include "queries/cypher/value.h"

namespace treatygraph::queries::cypher {

/// Takes the values of one group and answers once.
class Aggregate {
 public:
  virtual ~Aggregate() = default;
  /// `value` is not null; `parameter` is the second argument, where there is one.
  virtual void add(const Value& value, const Value& parameter) = 0;
  [[nodiscard]] virtual Value result() = 0;
};

struct AggregateEntry {
  std::string_view name;
  std::size_t arguments;
  std::unique_ptr<Aggregate> (*make)();
  bool keeps_values = false;  ///< until the last has come
};

/// nullptr where there is none.
[[nodiscard]] const AggregateEntry* find_aggregate(std::string_view name);

}  // namespace treatygraph::queries::cypher
