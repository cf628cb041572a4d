#pragma once
// The JSON of a request's body, as values of the query language.

#include <string_view>

#include "graph/result.h"
#include "queries/cypher/values/value.h"

namespace treatygraph::server {

/// The object that `body` is. Integers of 64 bits stay integers; larger ones become floats. The error says where the
/// text stops being JSON, and what is wrong with it: a name twice, nested too deep, no object, not UTF-8.
[[nodiscard]] Result<queries::cypher::Map> read_json_object(std::string_view body);

}  // namespace treatygraph::server
