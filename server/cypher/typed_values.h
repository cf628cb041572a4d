#pragma once
// Typed JSON values such as {"$type": "Integer", "_value": "42"}, as in Neo4j's Query API: JSON alone can express
// neither 64-bit integers safely nor dates.

#include "graph/result.h"
#include "queries/cypher/values/value.h"

namespace treatygraph::server {

/// Decodes a typed value and everything in it. Untyped values stay as they are. The error names a value that does not
/// match its type, or a type that cannot be a parameter.
[[nodiscard]] Result<queries::cypher::Value> without_types(const queries::cypher::Value& value);

}  // namespace treatygraph::server
