#pragma once
// Splits a text with several queries, from a file or a prompt, at its semicolons.

#include <string>
#include <string_view>
#include <vector>

namespace treatygraph::queries::cypher {

struct SplitText {
  std::vector<std::string> whole;  ///< complete queries, without their ';'
  std::string rest;                ///< the text after the last ';': a query that is not complete yet, or blanks
};

/// A ';' in a string, in backquotes or in a comment does not end a query. Empty queries are skipped.
[[nodiscard]] SplitText split_statements(std::string_view text);

/// Whether the text consists of blanks and line ends only.
[[nodiscard]] bool is_blank(std::string_view text);

}  // namespace treatygraph::queries::cypher
