#include "queries/cypher/language/statement_text.h"

#include <algorithm>

namespace treatygraph::queries::cypher {
namespace {

/// The position after the part that starts at `at` and is closed by `close`; the end of the text if it is not closed.
std::size_t after(std::string_view text, std::size_t at, std::string_view close) {
  const auto found = text.find(close, at);
  return found == std::string_view::npos ? text.size() : found + close.size();
}

/// The position after the quoted text that starts at `at`. A backslash escapes a character in strings, but not in
/// backquotes.
std::size_t after_quoted(std::string_view text, std::size_t at) {
  const char quote = text[at++];
  while (at < text.size() && text[at] != quote) at += text[at] == '\\' && quote != '`' ? 2U : 1U;
  return std::min(at + 1, text.size());
}

}  // namespace

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

SplitText split_statements(std::string_view text) {
  SplitText split;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto rest = text.substr(at);
    if (rest.starts_with("//")) {
      at = after(text, at, "\n");
    } else if (rest.starts_with("/*")) {
      at = after(text, at + 2, "*/");
    } else if (text[at] == '\'' || text[at] == '"' || text[at] == '`') {
      at = after_quoted(text, at);
    } else if (text[at] == ';') {
      const auto statement = text.substr(begin, at - begin);
      if (!is_blank(statement)) split.whole.emplace_back(statement);
      begin = ++at;
    } else {
      ++at;
    }
  }
  split.rest = text.substr(begin);
  return split;
}

}  // namespace treatygraph::queries::cypher
