#pragma once
// Series of numbers, Roman numbers and letters, as those of articles, chapters and points.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace treatygraph::queries {

/// Whether `next` may come soon after `num` in a list: "3" after "1", "c" after "a", "iv" after "i", but neither "c"
/// nor "2" after "i". In lower case.
[[nodiscard]] bool may_follow(std::string_view num, std::string_view next);

/// The numbers after `from`, up to and with `to`, at most `most`; empty if that is no series. In lower case. Single
/// letters are letters unless the first is "i", or `are_roman`.
[[nodiscard]] std::vector<std::string> numbers_after(std::string_view from, std::string_view to, bool are_roman,
                                                     std::size_t most);

}  // namespace treatygraph::queries
