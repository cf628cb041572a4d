#pragma once
// round() with a precision and a mode: of the decimal digits that a float is printed with.

#include <cstdint>
#include <string_view>

namespace treatygraph::queries::cypher {

/// `mode` is one of Java's RoundingMode: CEILING, FLOOR, UP, DOWN, HALF_EVEN, HALF_UP, HALF_DOWN, UNNECESSARY; another
/// is an error, and so is a number that UNNECESSARY would have to round.
[[nodiscard]] double rounded(double number, std::int64_t precision, std::string_view mode);

}  // namespace treatygraph::queries::cypher
