#pragma once
// What an answer says when it is not whole.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace treatygraph::queries {

class Budget;

struct Truncation {
  std::string reason;             ///< "100 of 6,732 nodes: the limit of this request"
  std::string_view how_to_go_on;  ///< "raise limit (at most 100000), or lower depth": said in the same words each time
};

/// Empty while the answer is whole.
using Truncated = std::optional<Truncation>;

/// The answer holds `limit` of what was asked for, because `parameter` (the name a user knows) says so.
[[nodiscard]] Truncation cut_at_limit(std::size_t limit, std::string_view what);
/// The time of the request is spent; what was found until then is in the answer.
[[nodiscard]] Truncation cut_by(const Budget& budget);
/// Half of its memory is spent; the rest is for writing what was found until then.
[[nodiscard]] Truncation cut_by_memory(const Budget& budget);

}  // namespace treatygraph::queries
