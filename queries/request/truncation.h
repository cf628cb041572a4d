#pragma once
// The note on an answer that is not complete.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace treatygraph::queries {

class Budget;

/// Why an answer is incomplete, and what the client can do about it.
struct Truncation {
  std::string reason;             ///< "100 of 6,732 nodes: the limit of this request"
  std::string_view how_to_go_on;  ///< "raise limit (at most 100000), or lower depth": always in the same words
};

/// Empty if the answer is complete.
using Truncated = std::optional<Truncation>;

/// The note on an answer that contains only the first `limit` items. `what` names the items ("nodes").
[[nodiscard]] Truncation cut_at_limit(std::size_t limit, std::string_view what);
/// The note on an answer whose time ran out: it contains what was found until then.
[[nodiscard]] Truncation cut_by(const Budget& budget);
/// The note on an answer for which memory ran short. Walks stop when half of the memory is used, because the rest is
/// needed to write the answer.
[[nodiscard]] Truncation cut_by_memory(const Budget& budget);

}  // namespace treatygraph::queries
