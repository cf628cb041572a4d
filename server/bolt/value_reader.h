#pragma once
// Reads values that a client sends: query parameters and message metadata.

#include "queries/cypher/values/value.h"
#include "server/bolt/pack_stream.h"

namespace treatygraph::server::bolt {

/// Reads the next value; strings are copied. The error names a value that cannot be used: byte arrays, vectors, nodes,
/// relationships and paths; times, points and texts that are not valid; values that are nested too deep. Charges its
/// work to the budget in force, if any.
class ValueReader {
 public:
  explicit ValueReader(PackReader& pack) : pack_(pack) {}

  [[nodiscard]] Result<queries::cypher::Value> read() { return read_at(0); }
  /// The same for a map; null is an empty map.
  [[nodiscard]] Result<queries::cypher::Map> read_map();
  /// Fails if the next value is not a string, or not UTF-8.
  [[nodiscard]] Result<std::string> read_string();

 private:
  static constexpr std::size_t kDeepest = 100;  ///< levels of lists and maps; reading is recursive

  [[nodiscard]] Result<queries::cypher::Value> read_at(std::size_t depth);
  [[nodiscard]] Result<queries::cypher::Value> list_of(std::size_t size, std::size_t depth);
  [[nodiscard]] Result<queries::cypher::Map> map_of(std::size_t size, std::size_t depth);
  [[nodiscard]] Result<queries::cypher::Value> point_of(const Packed& begun);
  [[nodiscard]] Result<queries::cypher::Value> structure_of(const Packed& begun);
  [[nodiscard]] Result<std::int64_t> read_integer();

  PackReader& pack_;
};

}  // namespace treatygraph::server::bolt
