#pragma once
// Splits the text of a query into tokens.

#include <string>
#include <string_view>
#include <vector>

#include "queries/cypher/values/error.h"

namespace treatygraph::queries::cypher {

enum class TokenKind : std::uint8_t { Name, QuotedName, Integer, Float, String, Parameter, Symbol, End };

/// A token is valid as long as the query text, because `spelled` is a view into it.
struct Token {
  TokenKind kind = TokenKind::End;
  std::string_view spelled;  ///< as written, a view into the query
  std::string text;          ///< names, strings and parameters without quotes and escapes
  std::size_t offset = 0;    ///< byte offset in the query
  std::size_t matching = 0;  ///< opening bracket: index of its closing token; 0 if there is none
};

/// Comments and blanks are skipped. The last token is End. Keywords become names, because Cypher reserves no words: the
/// parser knows where a name is a keyword. Throws CypherError. Linear in the text.
[[nodiscard]] std::vector<Token> tokens_of(std::string_view query);

/// Whether `token` is the keyword `word`, ignoring case; `word` is in capitals.
[[nodiscard]] bool is_keyword(const Token& token, std::string_view word);

}  // namespace treatygraph::queries::cypher
