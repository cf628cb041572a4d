#pragma once
// The fields of a short message: every message except RUN, whose parameters may be large and are read on the query's
// own thread.

#include <optional>
#include <string_view>

#include "graph/result.h"
#include "queries/cypher/values/value.h"

namespace treatygraph::server::bolt {

/// Reads the fields of one message, at least `least` of them. Fails if the message is malformed, or exceeds 128 KiB or
/// 32 MiB of memory.
[[nodiscard]] Result<queries::cypher::ValueList> fields_of(std::string_view message, std::size_t least = 0);

/// The map at that index; an empty one if there is no map.
[[nodiscard]] queries::cypher::Map map_at(const queries::cypher::ValueList& fields, std::size_t place);

/// The entry if it is a string; otherwise empty. A view into `map`.
[[nodiscard]] std::string_view string_in(const queries::cypher::Map& map, std::string_view name);
/// The entry if it is an integer.
[[nodiscard]] std::optional<std::int64_t> integer_in(const queries::cypher::Map& map, std::string_view name);

}  // namespace treatygraph::server::bolt
