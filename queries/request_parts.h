#pragma once
// The parameters that several questions share, read the same way for all of them.

#include <string>
#include <string_view>
#include <vector>

#include "graph/hops.h"
#include "queries/page.h"
#include "queries/parameters.h"
#include "queries/scope.h"

namespace treatygraph::queries {

using Warnings = std::vector<std::string>;

/// "out", "in" or "both"; `otherwise` where none was given.
[[nodiscard]] Result<Direction> read_direction(const Parameters& parameters, Direction otherwise);
/// `without`, `basis` and `as_of`.
[[nodiscard]] Result<Scope> read_scope(const Parameters& parameters);
/// A day, or empty where none was given.
[[nodiscard]] Result<std::string> read_as_of(const Parameters& parameters);
/// The number called `name`; what is more than `most` becomes `most`, with a warning.
[[nodiscard]] Result<std::size_t> read_count(const Parameters& parameters, std::string_view name, std::size_t otherwise,
                                             std::size_t most, Warnings& warnings);
/// `limit` and `cursor`.
[[nodiscard]] Result<Page> read_page(const Parameters& parameters, std::size_t otherwise, Warnings& warnings);

}  // namespace treatygraph::queries
