// Some texts name instruments without capitals: "article 39 of the convention". A name is an article,
// up to three adjectives, a noun of instruments, and a rest that contains capitals or numbers.

#include "ingest/citation/small_names.h"

#include "graph/ascii.h"
#include "ingest/citation/citation_heads.h"

namespace treatygraph::ingest {
namespace {

/// A word that may come before the noun: "the parent convention", "the international labour convention".
bool is_adjective(const Token& token) {
  return token.kind == Token::Kind::Word && !token.is_capitalised() && citation_head(&token) == nullptr &&
         !token.says(Say::NoAdjective);
}

bool is_noun(const Token& token) {
  return !token.is_capitalised() && (token.says(Say::SmallTreaty) || token.says(Say::SmallLaw));
}

/// "on the Protection of Lakes", "of 12 May 1960": words with capitals, and small ones between them.
std::size_t rest_of_name(const std::vector<Token>& tokens, std::size_t at) {
  constexpr std::size_t kLongest = 24;
  // Small words between two with capitals.
  constexpr std::size_t kMostBetween = 3;
  if (at >= tokens.size() || tokens[at].is_capitalised() || !tokens[at].says(Say::BeginsRest)) return at;
  auto end = at;
  std::size_t between = 0;
  for (auto next = at; next < tokens.size() && next < at + kLongest && between <= kMostBetween; ++next) {
    const auto& token = tokens[next];
    const bool is_number = token.kind == Token::Kind::Number;
    if (token.kind != Token::Kind::Word && !is_number) break;
    if (citation_head(&token) != nullptr || token.names(Say::PartyNoun)) break;
    between = token.is_capitalised() || is_number ? 0 : between + 1;
    if (between == 0) end = next + 1;
  }
  return end;
}

}  // namespace

SmallName small_name_at(const std::vector<Token>& tokens, std::size_t first) {
  constexpr std::size_t kMostAdjectives = 3;
  auto noun = first;
  while (noun < tokens.size() && noun < first + kMostAdjectives && !is_noun(tokens[noun]) && is_adjective(tokens[noun]))
    ++noun;
  if (noun >= tokens.size() || !is_noun(tokens[noun])) return {};
  while (noun + 1 < tokens.size() && is_noun(tokens[noun + 1])) ++noun;  // "the treaty law", "the statute rules"
  SmallName name;
  name.noun = std::string(tokens[noun].text);
  name.noun.front() = upper(name.noun.front());
  name.end = rest_of_name(tokens, noun + 1);
  name.is_noun_alone = noun == first && name.end == noun + 1;
  return name;
}

}  // namespace treatygraph::ingest
