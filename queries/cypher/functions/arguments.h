#pragma once
// What functions say of arguments that they do not take.

#include <span>
#include <string_view>

#include <fmt/format.h>

#include "queries/cypher/values/error.h"
#include "queries/cypher/values/value.h"

namespace treatygraph::queries::cypher {

using Arguments = std::span<const Value>;

[[noreturn]] inline void wrong_value(std::string_view function, const Value& value) {
  runtime_error("TypeError", "InvalidArgumentValue",
                fmt::format("{}() does not take {}", function, name_of(value.type())));
}

[[noreturn]] inline void wrong_type(std::string_view function, const Value& value) {
  type_error(fmt::format("{}() does not take {}", function, name_of(value.type())));
}

/// null for null; otherwise applies `of` to a value of `type`.
template <typename Of>
Value when(ValueType type, std::string_view function, Arguments arguments, Of of) {
  if (arguments[0].is_null()) return {};
  if (!arguments[0].is(type)) wrong_type(function, arguments[0]);
  return of(arguments[0]);
}

inline std::int64_t count_argument(std::string_view function, const Value& value) {
  if (!value.is(ValueType::Integer)) wrong_type(function, value);
  if (value.integer() < 0) {
    runtime_error("ArgumentError", "NumberOutOfRange", fmt::format("{}() takes no negative number", function));
  }
  return value.integer();
}

}  // namespace treatygraph::queries::cypher
