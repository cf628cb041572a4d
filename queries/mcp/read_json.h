#pragma once
// JSON from outside, as values of the query language. The only file that reads it.

#include <string_view>

#include "graph/result.h"
#include "queries/cypher/values/value.h"

namespace treatygraph::queries {

/// The value that `text` is. Integers of 64 bits stay integers; larger ones become floats. The error says where the
/// text stops being JSON, and what is wrong with it: a name twice, nested too deep, not UTF-8.
[[nodiscard]] Result<cypher::Value> read_json(std::string_view text);

}  // namespace treatygraph::queries
