#pragma once
// The numbers of notes that stand at the foot of a page, and so amid a text.

#include <set>
#include <string_view>

namespace treatygraph::ingest {

/// "accords to its own suppliers.6", "goods3", or a number alone on its line: the numbers by which `body` calls notes.
[[nodiscard]] std::set<int> numbers_at_words(std::string_view body);

}  // namespace treatygraph::ingest
