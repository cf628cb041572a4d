#pragma once
// Suggests names for a mistyped one, for messages such as "there is no question depends; did you mean dependencies?".

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace treatygraph {

/// The Levenshtein distance in bytes, or `most` + 1 if it is larger. Names longer than 128 bytes never match.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most);

/// At most `count` of `candidates` whose edit distance is at most a third of the length of `name` plus one, and never
/// more than four: fewest edits first, then the longest common prefix, then the given order. The views are those of
/// `candidates`.
[[nodiscard]] std::vector<std::string_view> nearest_of(std::string_view name,
                                                       const std::vector<std::string_view>& candidates,
                                                       std::size_t count);

}  // namespace treatygraph
