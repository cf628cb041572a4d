#include "ingest/citation/small_names.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "ingest/citation/citation_heads.h"

namespace treatygraph::ingest {
namespace {

constexpr std::array<std::string_view, 15> kTreaties = {
    "convention", "conventions", "agreement", "agreements", "treaty",   "treaties", "protocol",    "protocols",
    "charter",    "covenant",    "covenants", "statute",    "statutes", "pact",     "constitution"};

/// Acts that have articles and paragraphs of their own.
constexpr std::array<std::string_view, 15> kSmallActs = {
    "law",    "laws",      "act",  "acts",        "directive", "directives", "resolution", "rules",
    "decree", "ordinance", "code", "regulations", "bill",      "statutes",   "legislation"};

/// May stand before the noun: "the parent convention", "the international labour convention".
bool is_adjective(const Token& token) {
  static constexpr std::array<std::string_view, 22> kNeverNames = {
      "of", "to",  "in",   "on",   "for", "by",   "with", "and", "or",    "the",   "a",
      "an", "any", "this", "that", "its", "such", "is",   "are", "shall", "which", "under"};
  return token.kind == Token::Kind::Word && !token.is_capitalised() && citation_head(&token) == nullptr &&
         std::ranges::find(kNeverNames, token.text) == kNeverNames.end();
}

bool is_noun(const Token& token) {
  const auto is_one_of = [&](const auto& words) { return std::ranges::find(words, token.text) != words.end(); };
  return token.kind == Token::Kind::Word && (is_one_of(kTreaties) || is_one_of(kSmallActs));
}

bool begins_rest(const Token& token) {
  static constexpr std::array<std::string_view, 11> kRest = {"on",         "for",       "of",           "against",
                                                             "concerning", "relating",  "establishing", "between",
                                                             "regarding",  "governing", "amending"};
  return token.kind == Token::Kind::Word && std::ranges::find(kRest, token.text) != kRest.end();
}

/// "on the Protection of Lakes", "of 12 May 1960": words with capitals, and small ones between them.
std::size_t rest_of_name(const std::vector<Token>& tokens, std::size_t at) {
  constexpr std::size_t kLongest = 24;
  constexpr std::size_t kMostBetween = 3;
  static constexpr std::array<std::string_view, 5> kNoName = {"Party", "Parties", "State", "States", "Contracting"};
  if (at >= tokens.size() || !begins_rest(tokens[at])) return at;
  auto end = at;
  std::size_t between = 0;
  for (auto next = at; next < tokens.size() && next < at + kLongest && between <= kMostBetween; ++next) {
    const auto& token = tokens[next];
    const bool is_number = token.kind == Token::Kind::Number;
    if (token.kind != Token::Kind::Word && !is_number) break;
    if (citation_head(&token) != nullptr || std::ranges::find(kNoName, token.text) != kNoName.end()) break;
    between = token.is_capitalised() || is_number ? 0 : between + 1;
    if (between == 0) end = next + 1;
  }
  return end;
}

}  // namespace

bool is_small_treaty_noun(std::string_view word) {
  return std::ranges::find(kTreaties, word) != kTreaties.end();
}

SmallName small_name_at(const std::vector<Token>& tokens, std::size_t first) {
  constexpr std::size_t kMostAdjectives = 3;
  auto noun = first;
  while (noun < tokens.size() && noun < first + kMostAdjectives && !is_noun(tokens[noun]) && is_adjective(tokens[noun]))
    ++noun;
  if (noun >= tokens.size() || !is_noun(tokens[noun])) return {};
  while (noun + 1 < tokens.size() && is_noun(tokens[noun + 1])) ++noun;  // "the treaty law", "the statute rules"
  SmallName name;
  name.noun = std::string(tokens[noun].text);
  name.noun.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(name.noun.front())));
  name.end = rest_of_name(tokens, noun + 1);
  name.is_noun_alone = noun == first && name.end == noun + 1;
  return name;
}

}  // namespace treatygraph::ingest
