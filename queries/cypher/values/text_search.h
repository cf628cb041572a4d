#pragma once
// Looking for one text in another, in linear time whatever both are: both come from clients.

#include <cstddef>
#include <string_view>

namespace treatygraph::queries::cypher {

/// As std::string_view::find, which takes the product of both lengths in the worst case. glibc's memmem is the Two-Way
/// algorithm (Crochemore and Perrin 1991). Counts its work; throws OutOfBudget.
[[nodiscard]] std::size_t find_text(std::string_view text, std::string_view part, std::size_t from = 0);

}  // namespace treatygraph::queries::cypher
