#include "ingest/citation/exception_brackets.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "ingest/citation/citation_heads.h"

namespace treatygraph::ingest {
namespace {

constexpr std::size_t kLongestException = 24;  ///< tokens

bool joins_items(const Token& token) {
  constexpr std::array<std::string_view, 4> kWords = {"and", "or", "to", "through"};
  return token.kind == Token::Kind::Comma || token.kind == Token::Kind::Dash ||
         std::ranges::any_of(kWords, [&token](std::string_view word) { return token.is(word); });
}

/// The plural head noun of the list of numbers that ends before `end`; nothing where none stands there.
const Token* head_of_list(const std::vector<Token>& tokens, std::size_t end) {
  while (end > 0) {
    const auto& token = tokens[--end];
    const bool is_of_list = token.kind == Token::Kind::Number || token.kind == Token::Kind::Mark || joins_items(token);
    if (is_of_list) continue;
    const auto* head = citation_head(&token);
    return head != nullptr && head->is_plural ? &token : nullptr;
  }
  return nullptr;
}

/// Behind the bracket that closes what opens at `open`; `tokens.size()` where it does not close soon.
std::size_t behind_bracket(const std::vector<Token>& tokens, std::size_t open) {
  const auto last = std::min(tokens.size(), open + kLongestException);
  for (auto i = open + 1; i < last; ++i) {
    if (tokens[i].text == "(") break;
    if (tokens[i].text == ")") return i + 1;
  }
  return tokens.size();
}

}  // namespace

bool says_exception(const Token& token) {
  static constexpr std::array<std::string_view, 15> kWords = {
      "other", "than", "except", "excluding", "excepting", "for", "save", "but",
      "not",   "with", "the",    "exception", "exclusion", "of",  "from"};
  return std::ranges::any_of(kWords, [&token](std::string_view word) { return token.is(word); });
}

void repeat_heads_behind_exceptions(std::vector<Token>& tokens) {
  for (std::size_t i = 1; i + 1 < tokens.size(); ++i) {
    if (tokens[i].text != "(" || !says_exception(tokens[i + 1])) continue;
    const auto* head = head_of_list(tokens, i);
    auto next = head != nullptr ? behind_bracket(tokens, i) : tokens.size();
    const auto first = next;
    while (next < tokens.size() && joins_items(tokens[next])) ++next;
    if (next == first || next >= tokens.size() || tokens[next].kind != Token::Kind::Number) continue;
    auto repeated = *head;
    repeated.start = repeated.end = tokens[next].start;
    tokens.insert(tokens.begin() + static_cast<std::ptrdiff_t>(next), repeated);
  }
}

}  // namespace treatygraph::ingest
