#pragma once
// round() with a precision and a mode, on the decimal digits that a float prints as.

#include <cstdint>
#include <string_view>

namespace treatygraph::queries::cypher {

/// `mode` is one of Java's RoundingMode: CEILING, FLOOR, UP, DOWN, HALF_EVEN, HALF_UP, HALF_DOWN, UNNECESSARY. Another
/// mode is an error, as is a number that UNNECESSARY would have to round.
[[nodiscard]] double rounded(double number, std::int64_t precision, std::string_view mode);

}  // namespace treatygraph::queries::cypher
