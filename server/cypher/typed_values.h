#pragma once
// Typed JSON values such as {"$type": "Integer", "_value": "42"}, as in Neo4j's Query API.

#include "graph/result.h"
#include "queries/cypher/values/value.h"

namespace treatygraph::server {

/// Decodes a typed value. Untyped values stay as they are. The error names a value that does not match its type.
[[nodiscard]] Result<queries::cypher::Value> without_types(const queries::cypher::Value& value);

}  // namespace treatygraph::server
