#pragma once
// Parses the JSON body of a request into values of the query language.

#include <string_view>

#include "graph/result.h"
#include "queries/cypher/values/value.h"

namespace treatygraph::server {

/// The object in `body`. 64-bit integers stay integers; larger ones become floats. The error says where the text stops
/// being JSON and why: a duplicate name, nesting too deep, not an object, invalid UTF-8.
[[nodiscard]] Result<queries::cypher::Map> read_json_object(std::string_view body);

}  // namespace treatygraph::server
