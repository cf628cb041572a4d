#pragma once
// round() with a precision and a mode, on the decimal digits that a float prints as.

#include <cstdint>
#include <string_view>

namespace treatygraph::queries::cypher {

/// Rounds to `precision` digits after the decimal point. `mode` is one of Java's RoundingMode: CEILING, FLOOR, UP,
/// DOWN, HALF_EVEN, HALF_UP, HALF_DOWN or UNNECESSARY. Another mode is an error, and so is a number that UNNECESSARY
/// would have to round. Infinities and NaN are returned unchanged.
[[nodiscard]] double rounded(double number, std::int64_t precision, std::string_view mode);

}  // namespace treatygraph::queries::cypher
