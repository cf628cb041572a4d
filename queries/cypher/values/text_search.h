#pragma once
// Substring search in linear time, because both texts come from clients.

#include <cstddef>
#include <string_view>

namespace treatygraph::queries::cypher {

/// The position of `part` in `text`, from byte `from` on; npos if it does not occur. Like std::string_view::find, which
/// is quadratic in the worst case, but by glibc's memmem, the Two-Way algorithm (Crochemore and Perrin 1991). Charges
/// its work to the budget; throws OutOfBudget.
[[nodiscard]] std::size_t find_text(std::string_view text, std::string_view part, std::size_t from = 0);

}  // namespace treatygraph::queries::cypher
