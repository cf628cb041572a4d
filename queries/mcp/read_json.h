#pragma once
// Parses untrusted JSON into values of the query language. The only file that does so.

#include <string_view>

#include "graph/result.h"
#include "queries/cypher/values/value.h"

namespace treatygraph::queries {

/// The value in `text`. 64-bit integers stay integers; larger ones become floats. The error says at which byte the text
/// stops being JSON, and why: a duplicate name, too deep nesting, or invalid UTF-8, for example.
[[nodiscard]] Result<cypher::Value> read_json(std::string_view text);

}  // namespace treatygraph::queries
