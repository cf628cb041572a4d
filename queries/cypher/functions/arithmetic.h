#pragma once
// + - * / % ^ between numbers, strings, lists, temporal values and durations; null if one side is null.

#include "queries/cypher/language/expression.h"
#include "queries/cypher/values/value.h"

namespace treatygraph::queries::cypher {

/// Errors are CypherError.
[[nodiscard]] Value calculate(ArithmeticOperator op, const Value& left, const Value& right);
/// left || right for two strings or two lists.
[[nodiscard]] Value concatenated(const Value& left, const Value& right);
[[nodiscard]] Value negated(const Value& value);

}  // namespace treatygraph::queries::cypher
