#pragma once
// Checks of function arguments, and the errors for those that a function does not take.

#include <span>
#include <string_view>

#include <fmt/format.h>

#include "queries/cypher/values/error.h"
#include "queries/cypher/values/value.h"

namespace treatygraph::queries::cypher {

using Arguments = std::span<const Value>;

/// For functions of which openCypher's tests expect the detail InvalidArgumentValue, such as toInteger() and labels().
[[noreturn]] inline void wrong_value(std::string_view function, const Value& value) {
  runtime_error("TypeError", "InvalidArgumentValue",
                fmt::format("{}() does not take {}", function, name_of(value.type())));
}

/// For all other functions.
[[noreturn]] inline void wrong_type(std::string_view function, const Value& value) {
  type_error(fmt::format("{}() does not take {}", function, name_of(value.type())));
}

/// Null if the first argument is null; otherwise of(argument). Throws if the argument is not of `type`.
template <typename Of>
Value when(ValueType type, std::string_view function, Arguments arguments, Of of) {
  if (arguments[0].is_null()) return {};
  if (!arguments[0].is(type)) wrong_type(function, arguments[0]);
  return of(arguments[0]);
}

/// An integer that must not be negative: a length, a position or a number of digits.
inline std::int64_t count_argument(std::string_view function, const Value& value) {
  if (!value.is(ValueType::Integer)) wrong_type(function, value);
  if (value.integer() < 0) {
    runtime_error("ArgumentError", "NumberOutOfRange", fmt::format("{}() takes no negative number", function));
  }
  return value.integer();
}

}  // namespace treatygraph::queries::cypher
