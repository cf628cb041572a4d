#include "ingest/citation_tokens.h"

#include <algorithm>
#include <cctype>

#include <re2/re2.h>

namespace treatygraph::ingest {
namespace {

struct Pattern {
  Token::Kind kind;
  const RE2* expression;
};

const std::vector<Pattern>& patterns() {
  static const RE2 mark(R"(^\(([A-Za-z]{1,5}|\d{1,3})\))");
  static const RE2 number(
      R"(^(\d+(?:\.\d{1,3}\b|-0\d\b)?(?:\s?(?:bis|ter|quater|quinquies|sexies)\b)?(?:\.[a-z]\b)?))");
  static const RE2 word(R"(^([A-Za-z\x{C0}-\x{24F}]+(?:['’-][A-Za-z\x{C0}-\x{24F}]+)*))");
  static const RE2 comma(R"(^(,))");
  static const RE2 stop(R"(^([.;:?!]))");
  static const RE2 dash(R"(^([-–—]))");
  static const std::vector<Pattern> all = {{Token::Kind::Mark, &mark}, {Token::Kind::Number, &number},
                                           {Token::Kind::Word, &word}, {Token::Kind::Comma, &comma},
                                           {Token::Kind::Stop, &stop}, {Token::Kind::Dash, &dash}};
  return all;
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(),
                         [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); });
  return result;
}

Token token_at(std::string_view text, std::size_t at, std::size_t last) {
  const re2::StringPiece rest(text.data() + at, std::min<std::size_t>(last - at, 64));
  for (const auto& [kind, expression] : patterns()) {
    re2::StringPiece found;
    if (!RE2::PartialMatch(rest, *expression, &found)) continue;
    Token token;
    token.kind = kind;
    token.text = text.substr(static_cast<std::size_t>(found.data() - text.data()), found.size());
    token.start = at;
    token.end = at + found.size() + (kind == Token::Kind::Mark ? 2 : 0);
    if (kind == Token::Kind::Word) token.lower = lower(token.text);
    return token;
  }
  return {Token::Kind::Other, text.substr(at, 1), {}, at, at + 1};
}

}  // namespace

std::vector<Token> citation_tokens(std::string_view text, std::size_t first, std::size_t last) {
  std::vector<Token> tokens;
  for (auto at = first; at < last;) {
    if (std::isspace(static_cast<unsigned char>(text[at])) != 0) {
      ++at;
      continue;
    }
    tokens.push_back(token_at(text, at, last));
    at = tokens.back().end;
  }
  return tokens;
}

}  // namespace treatygraph::ingest
