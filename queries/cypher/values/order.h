#pragma once
// Comparison of values: = and < with three-valued logic, the total order of ORDER BY, and the equivalence of DISTINCT
// and grouping. openCypher 9, "Comparability, equality, orderability and equivalence".

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <unordered_set>
#include <vector>

#include "queries/cypher/values/value.h"

namespace treatygraph::queries::cypher {

/// Nothing if the result is null.
using Ternary = std::optional<bool>;

[[nodiscard]] Ternary equals(const Value& a, const Value& b);
/// Unordered if the comparison is null or, with NaN, false: see `incomparable`.
[[nodiscard]] Ternary less(const Value& a, const Value& b);
[[nodiscard]] Ternary less_or_equal(const Value& a, const Value& b);

/// Total: any two values have an order, null last.
[[nodiscard]] std::weak_ordering order(const Value& a, const Value& b);

/// null is equivalent to null, NaN to NaN, 1 to 1.0.
[[nodiscard]] bool same(const Value& a, const Value& b);
[[nodiscard]] std::size_t hash(const Value& value);

/// A row of grouping keys, or a DISTINCT row; looked up without a copy.
struct SameValues {
  using is_transparent = void;
  bool operator()(std::span<const Value> a, std::span<const Value> b) const;
};
struct HashValues {
  using is_transparent = void;
  std::size_t operator()(std::span<const Value> values) const;
};
struct SameValue {
  bool operator()(const Value& a, const Value& b) const { return same(a, b); }
};
struct HashValue {
  std::size_t operator()(const Value& value) const { return hash(value); }
};

using ValueSet = std::unordered_set<Value, HashValue, SameValue>;

/// Distinct rows of one width, contiguous in memory.
class RowSet {
 public:
  /// Adds `row` if it is new and says so; copies it only then.
  bool add(std::span<const Value> row);

 private:
  static constexpr std::uint32_t kNone = 0;
  [[nodiscard]] std::size_t place_of(std::span<const Value> row, std::size_t hash) const;
  void grow();

  std::vector<Value> cells_;
  std::vector<std::size_t> hashes_;   ///< values of the rows, in insertion order
  std::vector<std::uint32_t> table_;  ///< open-addressing table: row number plus one
};

}  // namespace treatygraph::queries::cypher
