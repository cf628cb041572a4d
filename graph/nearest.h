#pragma once
// The names that somebody may have meant.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace treatygraph {

/// Levenshtein's distance in bytes, or `most` + 1 when it is more than `most`. Names longer than 128 bytes are never
/// near.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most);

/// At most `count` of `candidates` that are within a third of `name`'s letters and one more, at most four, of being it:
/// fewest edits first, then the longest common
/// beginning, then the order given.
[[nodiscard]] std::vector<std::string_view> nearest_of(std::string_view name,
                                                       const std::vector<std::string_view>& candidates,
                                                       std::size_t count);

}  // namespace treatygraph
