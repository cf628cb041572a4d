#pragma once
// What a person types into a search box, taken apart.

#include <string>
#include <string_view>
#include <vector>

namespace treatygraph {

/// A word, the beginning of a word ("surveil*"), or a phrase that stood in double quotes.
struct SearchTerm {
  std::string text;
  bool is_prefix = false;
  bool operator==(const SearchTerm&) const = default;
};

/// At most 32 terms, in order; nothing in `typed` is an error.
[[nodiscard]] std::vector<SearchTerm> search_terms(std::string_view typed);

}  // namespace treatygraph
