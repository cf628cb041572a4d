#pragma once
// A query's text as tokens.

#include <string>
#include <string_view>
#include <vector>

#include "queries/cypher/values/error.h"

namespace treatygraph::queries::cypher {

enum class TokenKind : std::uint8_t { Name, QuotedName, Integer, Float, String, Parameter, Symbol, End };

struct Token {
  TokenKind kind = TokenKind::End;
  std::string_view spelled;  ///< as written, a view into the query
  std::string text;          ///< names, strings and parameters without quotes and escapes
  std::size_t offset = 0;    ///< byte offset in the query
  std::size_t matching = 0;  ///< opening bracket: index of its closing token; 0 if there is none
};

/// The last token is End. Keywords are tokenized as names; the parser knows where they are keywords. Throws
/// CypherError.
[[nodiscard]] std::vector<Token> tokens_of(std::string_view query);

/// Whether `token` is the keyword `word`, ignoring case; `word` is in capitals.
[[nodiscard]] bool is_keyword(const Token& token, std::string_view word);

}  // namespace treatygraph::queries::cypher
