#pragma once
// A place among tokens, for readers that look ahead and step back.

#include <cstddef>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "ingest/citation/citation_tokens.h"

namespace treatygraph::ingest {

class TokenCursor {
 public:
  explicit TokenCursor(const std::vector<Token>& tokens) : tokens_(tokens) {}

  [[nodiscard]] const Token* peek(std::size_t ahead = 0) const {
    return at_ + ahead < tokens_.size() ? &tokens_[at_ + ahead] : nullptr;
  }
  /// The token before the one at hand.
  [[nodiscard]] const Token* before(std::size_t back = 1) const { return at_ >= back ? &tokens_[at_ - back] : nullptr; }
  [[nodiscard]] bool is(std::string_view word, std::size_t ahead = 0) const {
    const auto* token = peek(ahead);
    return token != nullptr && token->is(word);
  }
  [[nodiscard]] bool is(Token::Kind kind, std::size_t ahead = 0) const {
    const auto* token = peek(ahead);
    return token != nullptr && token->kind == kind;
  }
  [[nodiscard]] bool is_any(std::initializer_list<std::string_view> words, std::size_t ahead = 0) const {
    for (const auto word : words) {
      if (is(word, ahead)) return true;
    }
    return false;
  }

  bool accept(std::string_view word) { return step_if(is(word)); }
  bool accept(Token::Kind kind) { return step_if(is(kind)); }
  bool accept_any(std::initializer_list<std::string_view> words) { return step_if(is_any(words)); }
  void step() { ++at_; }

  [[nodiscard]] bool at_end() const { return at_ >= tokens_.size(); }
  [[nodiscard]] std::size_t at() const { return at_; }
  void rewind(std::size_t to) { at_ = to; }
  [[nodiscard]] const std::vector<Token>& tokens() const { return tokens_; }

 private:
  bool step_if(bool found) {
    if (found) ++at_;
    return found;
  }

  const std::vector<Token>& tokens_;
  std::size_t at_ = 0;
};

}  // namespace treatygraph::ingest
