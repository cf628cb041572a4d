#pragma once
// The note on an answer that is not complete.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace treatygraph::queries {

class Budget;

struct Truncation {
  std::string reason;             ///< "100 of 6,732 nodes: the limit of this request"
  std::string_view how_to_go_on;  ///< "raise limit (at most 100000), or lower depth": always in the same words
};

/// Empty if the answer is complete.
using Truncated = std::optional<Truncation>;

/// The answer contains only `limit` items, because of the parameter named `parameter`.
[[nodiscard]] Truncation cut_at_limit(std::size_t limit, std::string_view what);
/// The time of the request is over; the answer contains what was found until then.
[[nodiscard]] Truncation cut_by(const Budget& budget);
/// Half of the memory is used; the rest is needed to write the answer.
[[nodiscard]] Truncation cut_by_memory(const Budget& budget);

}  // namespace treatygraph::queries
