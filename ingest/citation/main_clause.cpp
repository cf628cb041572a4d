// A comma after an introduction looks like one in a list: "In cases falling under articles 49 or 51, paragraph 2
// applies". Two signs show that a main clause begins after it: a verb follows the provision, and the sentence begins
// with a word that introduces a clause and has had no comma before.

#include "ingest/citation/main_clause.h"

#include <algorithm>

namespace treatygraph::ingest {
namespace {

/// The first word of the token's sentence, ignoring numbers and marks.
std::size_t sentence_begin(const std::vector<Token>& tokens, std::size_t at) {
  // In tokens; bounds the search for the beginning of a sentence.
  constexpr std::size_t kLongestSentence = 120;
  const auto reach = at - std::min(at, kLongestSentence);
  auto first = at;
  while (first > reach && tokens[first - 1].kind != Token::Kind::Stop) --first;
  while (tokens[first].kind == Token::Kind::Mark || tokens[first].kind == Token::Kind::Number) ++first;
  return first;
}

}  // namespace

/// The cheap tests come first: few citations are followed by a verb.
bool begins_main_clause(const TokenCursor& cursor, std::size_t comma, std::size_t first) {
  const auto& tokens = cursor.tokens();
  if (!cursor.is(Say::Verb) || tokens[comma].kind != Token::Kind::Comma) return false;
  const auto begin = sentence_begin(tokens, comma);
  if (!tokens[begin].says(Say::Introducing)) return false;
  // "Notwithstanding the foregoing, information referred to in Article 5, paragraph 4, may": ended before
  return std::none_of(tokens.begin() + static_cast<std::ptrdiff_t>(begin),
                      tokens.begin() + static_cast<std::ptrdiff_t>(std::max(begin, first)),
                      [](const Token& token) { return token.kind == Token::Kind::Comma; });
}

}  // namespace treatygraph::ingest
