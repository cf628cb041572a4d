#pragma once
// Values that a client sends: the parameters of a query, and what messages say beside.

#include "queries/cypher/values/value.h"
#include "server/bolt/pack_stream.h"

namespace treatygraph::server::bolt {

/// Reads the next value; strings are copied. An error says what was sent that is no value here: byte arrays, points,
/// vectors and nodes; times and texts that do not exist; values that are nested too deep.
/// Counts its work where a budget is in force.
class ValueReader {
 public:
  explicit ValueReader(PackReader& pack) : pack_(pack) {}

  [[nodiscard]] Result<queries::cypher::Value> read() { return read_at(0); }
  /// The same of what must be a map; null is an empty one.
  [[nodiscard]] Result<queries::cypher::Map> read_map();
  [[nodiscard]] Result<std::string> read_string();

 private:
  static constexpr std::size_t kDeepest = 100;

  [[nodiscard]] Result<queries::cypher::Value> read_at(std::size_t depth);
  [[nodiscard]] Result<queries::cypher::Value> list_of(std::size_t size, std::size_t depth);
  [[nodiscard]] Result<queries::cypher::Map> map_of(std::size_t size, std::size_t depth);
  [[nodiscard]] Result<queries::cypher::Value> structure_of(const Packed& begun);
  [[nodiscard]] Result<std::int64_t> read_integer();

  PackReader& pack_;
};

}  // namespace treatygraph::server::bolt
