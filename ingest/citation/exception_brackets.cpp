#include "ingest/citation/exception_brackets.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "ingest/citation/citation_heads.h"
#include "ingest/citation/joined_citations.h"

namespace treatygraph::ingest {
namespace {

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

}  // namespace

void repeat_heads_behind_brackets(std::vector<Token>& tokens) {
  for (std::size_t i = 1; i + 1 < tokens.size(); ++i) {
    const bool is_aside = (tokens[i].text == "(" || tokens[i].text == "[") && !tokens[i + 1].is_capitalised();
    const auto* head = is_aside ? head_of_list(tokens, i) : nullptr;
    if (head == nullptr) continue;
    const auto first = behind_bracket(tokens, i);
    auto next = first;
    while (next < tokens.size() && joins_items(tokens[next])) ++next;
    if (first == i || next == first || next + 1 >= tokens.size() || tokens[next].kind != Token::Kind::Number) continue;
    if (is_counted(tokens[next + 1])) continue;
    auto repeated = *head;
    repeated.start = repeated.end = tokens[next].start;
    tokens.insert(tokens.begin() + static_cast<std::ptrdiff_t>(next), repeated);
  }
}

}  // namespace treatygraph::ingest
