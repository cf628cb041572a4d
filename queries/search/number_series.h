#pragma once
// Series of numbers, Roman numerals and letters, such as those of articles, chapters and points.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace treatygraph::queries {

/// Whether `next` may come soon after `num` in a list: "3" after "1", "c" after "a", "iv" after "i", but not "c" or "2"
/// after "i". Both in lower case.
[[nodiscard]] bool may_follow(std::string_view num, std::string_view next);

/// The numbers after `from`, up to and including `to`, at most `most`; empty if that is not a series. In lower case.
/// Single letters are letters, unless the first is "i" or `are_roman` is set.
[[nodiscard]] std::vector<std::string> numbers_after(std::string_view from, std::string_view to, bool are_roman,
                                                     std::size_t most);

}  // namespace treatygraph::queries
