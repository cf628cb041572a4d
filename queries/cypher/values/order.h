#pragma once
// How values compare: = and < with null between them, the total order of ORDER BY, and what DISTINCT and grouping take
// for the same. openCypher 9, "Comparability, equality, orderability and equivalence".

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <unordered_set>
#include <vector>

#include "queries/cypher/values/value.h"

namespace treatygraph::queries::cypher {

/// Nothing where the answer is null.
using Ternary = std::optional<bool>;

[[nodiscard]] Ternary equals(const Value& a, const Value& b);
/// Unordered where a comparison is null or, with NaN, false: see `incomparable`.
[[nodiscard]] Ternary less(const Value& a, const Value& b);
[[nodiscard]] Ternary less_or_equal(const Value& a, const Value& b);

/// Total: any two values have an order, null last.
[[nodiscard]] std::weak_ordering order(const Value& a, const Value& b);

/// null is the same as null, NaN as NaN, 1 as 1.0.
[[nodiscard]] bool same(const Value& a, const Value& b);
[[nodiscard]] std::size_t hash(const Value& value);

/// A row of grouping keys, or a row under DISTINCT; looked for without being copied.
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

/// Rows of one width, each once: side by side in one piece of memory.
class RowSet {
 public:
  /// Whether `row` was not there yet; copies it only then.
  bool add(std::span<const Value> row);

 private:
  static constexpr std::uint32_t kNone = 0;
  [[nodiscard]] std::size_t place_of(std::span<const Value> row, std::size_t hash) const;
  void grow();

  std::vector<Value> cells_;
  std::vector<std::size_t> hashes_;   ///< of the rows, in the order in which they came
  std::vector<std::uint32_t> table_;  ///< by hash, the next free place: one more than the number of a row
};

}  // namespace treatygraph::queries::cypher
