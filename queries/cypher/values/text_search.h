#pragma once
// Substring search in linear time, because both texts come from clients.

#include <cstddef>
#include <string_view>

namespace treatygraph::queries::cypher {

/// Like std::string_view::find, which is quadratic in the worst case. glibc's memmem is the Two-Way algorithm
/// (Crochemore and Perrin 1991). Charges its work; throws OutOfBudget.
[[nodiscard]] std::size_t find_text(std::string_view text, std::string_view part, std::size_t from = 0);

}  // namespace treatygraph::queries::cypher
