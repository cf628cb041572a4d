#pragma once
// Comparison of values, in three senses: = and < with three-valued logic, the total order of ORDER BY, and the
// equivalence of DISTINCT and of grouping. See openCypher 9, "Comparability, equality, orderability and equivalence".
// All of them are linear in nested values and long strings, and charge that to the budget.

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <unordered_set>
#include <vector>

#include "queries/cypher/values/value.h"

namespace treatygraph::queries::cypher {

/// A truth value of three-valued logic: true, false, or nothing for null.
using Ternary = std::optional<bool>;

/// a = b. Null if a value is null, or if the result depends on a null inside lists or maps. Values of different types
/// are not equal, but 1 = 1.0 is true.
[[nodiscard]] Ternary equals(const Value& a, const Value& b);
/// a < b and a <= b. Null if the values have no order: different types, or types without one, such as nodes and maps.
/// False if a number is NaN.
[[nodiscard]] Ternary less(const Value& a, const Value& b);
[[nodiscard]] Ternary less_or_equal(const Value& a, const Value& b);

/// The order of ORDER BY. It is total: any two values have an order, by type first (see ValueType), and null is last.
[[nodiscard]] std::weak_ordering order(const Value& a, const Value& b);

/// The equivalence of DISTINCT. Unlike `equals`, it is never null: null is equivalent to null, NaN to NaN, and 1 to
/// 1.0.
[[nodiscard]] bool same(const Value& a, const Value& b);
/// Equivalent values have equal hashes.
[[nodiscard]] std::size_t hash(const Value& value);

/// For hash tables whose keys are rows of values. They are transparent: a span is looked up without a copy.
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

/// A set of rows of one width, contiguous in memory.
class RowSet {
 public:
  /// Adds `row` unless an equivalent row is there. Returns whether it was added; only then is it copied.
  bool add(std::span<const Value> row);

 private:
  static constexpr std::uint32_t kNone = 0;
  [[nodiscard]] std::size_t place_of(std::span<const Value> row, std::size_t hash) const;
  void grow();

  std::vector<Value> cells_;
  std::vector<std::size_t> hashes_;   ///< hashes of the rows, in insertion order
  std::vector<std::uint32_t> table_;  ///< open-addressing hash table of row numbers plus one; kNone: free
};

}  // namespace treatygraph::queries::cypher
