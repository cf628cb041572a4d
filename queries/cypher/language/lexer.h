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
  std::size_t offset = 0;    ///< bytes from the start of the query
  std::size_t matching = 0;  ///< of an opening bracket: the position of its closing token; 0 where it has none
};

/// The last token is End. Keywords are names: the parser knows where they mean more. Throws CypherError.
[[nodiscard]] std::vector<Token> tokens_of(std::string_view query);

/// Whether `token` is the keyword `word`, which is written in capitals here and in any case there.
[[nodiscard]] bool is_keyword(const Token& token, std::string_view word);

}  // namespace treatygraph::queries::cypher
