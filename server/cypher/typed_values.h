#pragma once
// Values that say their type: {"$type": "Integer", "_value": "42"}, as Neo4j's Query API writes them.

#include "graph/result.h"
#include "queries/cypher/values/value.h"

namespace treatygraph::server {

/// The value without its types, a number that came as text as a number, a moment as a temporal value. What says no type
/// stays as it is. The error names the value that is none of its type.
[[nodiscard]] Result<queries::cypher::Value> without_types(const queries::cypher::Value& value);

}  // namespace treatygraph::server
