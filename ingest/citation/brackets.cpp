#include "ingest/citation/brackets.h"

#include <algorithm>
#include <utility>

#include "ingest/citation/citation_heads.h"

namespace treatygraph::ingest {
namespace {

/// Tokens between the numbers of a list.
bool joins_items(const Token& token) {
  return token.kind == Token::Kind::Comma || token.kind == Token::Kind::Dash || token.says(Say::And) ||
         token.says(Say::Or) || token.says(Say::Range);
}

/// The head noun of the list of numbers that ends before `end`, or null. With `in_plural`, a singular noun gives null.
const Token* head_of_list(const std::vector<Token>& tokens, std::size_t end, bool in_plural) {
  while (end > 0) {
    const auto& token = tokens[--end];
    const bool is_of_list = token.kind == Token::Kind::Number || token.kind == Token::Kind::Mark || joins_items(token);
    if (is_of_list) continue;
    const auto* head = citation_head(&token);
    return head != nullptr && (head->is_plural || !in_plural) ? &token : nullptr;
  }
  return nullptr;
}

}  // namespace

bool opens_bracket(const Token& token) {
  return token.text == "(" || token.text == "[";
}

std::size_t after_bracket(const std::vector<Token>& tokens, std::size_t open) {
  // In tokens; a longer bracket is not an aside in a list.
  constexpr std::size_t kLongest = 32;
  if (open >= tokens.size() || !opens_bracket(tokens[open])) return open;
  const auto last = std::min(tokens.size(), open + kLongest);
  std::size_t depth = 1;
  for (auto i = open + 1; i < last; ++i) {
    if (opens_bracket(tokens[i])) ++depth;
    if ((tokens[i].text == ")" || tokens[i].text == "]") && --depth == 0) return i + 1;
  }
  return open;
}

/// A quick test without the grammar.
bool may_cite(const std::vector<Token>& tokens, std::size_t first, std::size_t last) {
  const auto at = [&](std::size_t i) { return tokens.begin() + static_cast<std::ptrdiff_t>(i); };
  return std::any_of(at(first), at(last), [](const Token& token) {
    return token.kind == Token::Kind::Mark || token.kind == Token::Kind::Number || citation_head(&token) != nullptr;
  });
}

/// What is open does not outlast a paragraph, so that one forgotten bracket does not hide all others.
void drop_brackets_of_numbers(std::vector<Token>& tokens) {
  constexpr int kEmptyLine = 2;
  std::size_t open = 0;
  std::vector<Token> kept;
  kept.reserve(tokens.size());
  for (const auto& token : tokens) {
    if (token.lines_before == kEmptyLine) open = 0;
    if (opens_bracket(token)) ++open;
    if (token.text == ")" || token.text == "]") {
      const bool closes_number = open == 0 && !kept.empty() && kept.back().kind == Token::Kind::Number &&
                                 kept.back().end == token.start && head_of_list(kept, kept.size(), false) != nullptr;
      if (closes_number) continue;
      open -= open > 0 ? 1 : 0;
    }
    kept.push_back(token);
  }
  tokens = std::move(kept);
}

/// Inserts into the vector, so it is linear in the tokens for each such bracket; there are few in a text.
void repeat_heads_after_brackets(std::vector<Token>& tokens) {
  for (std::size_t i = 1; i + 1 < tokens.size(); ++i) {
    // A bracket that begins with a capital contains a title, not citations.
    const auto first = tokens[i + 1].is_capitalised() ? i : after_bracket(tokens, i);
    if (first == i || !may_cite(tokens, i, first)) continue;
    const auto* head = head_of_list(tokens, i, true);
    if (head == nullptr) continue;
    auto next = first;
    while (next < tokens.size() && joins_items(tokens[next])) ++next;
    if (next == first || next + 1 >= tokens.size() || tokens[next].kind != Token::Kind::Number) continue;
    if (is_counted(tokens[next + 1])) continue;
    // Without width: the text has no head noun here.
    auto repeated = *head;
    repeated.start = repeated.end = tokens[next].start;
    tokens.insert(tokens.begin() + static_cast<std::ptrdiff_t>(next), repeated);
  }
}

}  // namespace treatygraph::ingest
