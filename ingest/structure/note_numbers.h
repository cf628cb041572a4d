#pragma once
// Finds the numbers of footnotes. Text extraction leaves the footnotes of a page in the middle of the text, where "3
// For greater certainty, ..." looks like paragraph 3.

#include <set>
#include <string_view>

namespace treatygraph::ingest {

/// The numbers by which `body` refers to footnotes: "accords to its own suppliers.6", "goods3", or a number alone on
/// its line.
[[nodiscard]] std::set<int> numbers_at_words(std::string_view body);

}  // namespace treatygraph::ingest
