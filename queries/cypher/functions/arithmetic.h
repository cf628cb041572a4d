#pragma once
// The operators + - * / % ^ and || for numbers, strings, lists, temporal values and durations. The result is null if an
// operand is null.

#include "queries/cypher/language/expression.h"
#include "queries/cypher/values/value.h"

namespace treatygraph::queries::cypher {

/// left op right. Overflow of integers and division of an integer by zero are errors; floats follow IEEE 754. Power is
/// always a float. Throws CypherError.
[[nodiscard]] Value calculate(ArithmeticOperator op, const Value& left, const Value& right);
/// left || right, for two strings or two lists. Unlike +, it does not convert.
[[nodiscard]] Value concatenated(const Value& left, const Value& right);
/// -value, for numbers and durations.
[[nodiscard]] Value negated(const Value& value);

}  // namespace treatygraph::queries::cypher
