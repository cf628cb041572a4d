#pragma once
// Parses the JSON body of a request into values of the query language.

#include <string_view>

#include "graph/result.h"
#include "queries/cypher/values/value.h"

namespace treatygraph::server {

/// The object in `body`. 64-bit integers stay integers; larger ones become floats. The error is for the client: it says
/// where the text stops being JSON and why, for example because of a duplicate name, too deep nesting, a value that is
/// not an object, or invalid UTF-8.
[[nodiscard]] Result<queries::cypher::Map> read_json_object(std::string_view body);

}  // namespace treatygraph::server
