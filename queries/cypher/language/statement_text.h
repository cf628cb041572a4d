#pragma once
// Several queries in one text: of a file, or as they are typed.

#include <string>
#include <string_view>
#include <vector>

namespace treatygraph::queries::cypher {

struct SplitText {
  std::vector<std::string> whole;  ///< each ended by ';', without it
  std::string rest;                ///< what no ';' has ended yet
};

/// A ';' in a string, in backquotes or in a comment ends nothing. Queries without a word are left out.
[[nodiscard]] SplitText split_statements(std::string_view text);

[[nodiscard]] bool is_blank(std::string_view text);

}  // namespace treatygraph::queries::cypher
