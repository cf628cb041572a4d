#pragma once
// A position in a sequence of tokens, and attempts to read from it.

#include <cstddef>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "ingest/citation/citation_tokens.h"

namespace treatygraph::ingest {

/// Looks at tokens and steps over them. Looking beyond the end is safe: peek() gives null there, and every test fails.
/// The tokens must outlive it.
class TokenCursor {
 public:
  explicit TokenCursor(const std::vector<Token>& tokens) : tokens_(tokens) {}

  /// The token at the cursor or after it; null beyond the end.
  [[nodiscard]] const Token* peek(std::size_t ahead = 0) const {
    return at_ + ahead < tokens_.size() ? &tokens_[at_ + ahead] : nullptr;
  }
  /// The token before the cursor; null at the beginning.
  [[nodiscard]] const Token* before(std::size_t back = 1) const { return at_ >= back ? &tokens_[at_ - back] : nullptr; }

  /// Whether the token is of that kind.
  [[nodiscard]] bool is(Token::Kind kind, std::size_t ahead = 0) const {
    const auto* token = peek(ahead);
    return token != nullptr && token->kind == kind;
  }
  /// Whether the token is a single word with one of these meanings.
  [[nodiscard]] bool is(Say say, std::size_t ahead = 0) const {
    const auto* token = peek(ahead);
    return token != nullptr && token->says(say);
  }
  [[nodiscard]] bool is_any(std::initializer_list<Say> says, std::size_t ahead = 0) const {
    for (const auto say : says) {
      if (is(say, ahead)) return true;
    }
    return false;
  }
  /// Whether the token is that sign: "(", "/", ":".
  [[nodiscard]] bool is_sign(std::string_view sign, std::size_t ahead = 0) const {
    const auto* token = peek(ahead);
    return token != nullptr && token->text == sign;
  }

  /// Number of tokens of the longest phrase here with that meaning; 0 if there is none.
  [[nodiscard]] std::size_t length_of(Say say) const {
    const auto* token = peek();
    if (token == nullptr || token->known == nullptr) return 0;
    if (token->known->begins.test(bit_of(say))) {
      for (const auto& phrase : token->known->phrases) {
        if (phrase.say == say && goes_on(phrase.further)) return 1 + phrase.further.size();
      }
    }
    return token->says(say) ? 1 : 0;
  }

  /// The accept functions step over what they find and return whether they found it. A meaning may be a phrase of
  /// several words, of which the longest is taken.
  bool accept(Say say) { return step_over(length_of(say)); }
  bool accept(Token::Kind kind) { return step_over(is(kind) ? 1 : 0); }
  bool accept_any(std::initializer_list<Say> says) {
    for (const auto say : says) {
      if (accept(say)) return true;
    }
    return false;
  }
  bool accept_sign(std::string_view sign) { return step_over(is_sign(sign) ? 1 : 0); }
  void step(std::size_t tokens = 1) { at_ += tokens; }

  [[nodiscard]] bool at_end() const { return at_ >= tokens_.size(); }
  [[nodiscard]] std::size_t at() const { return at_; }
  void move_to(std::size_t token) { at_ = token; }
  [[nodiscard]] const std::vector<Token>& tokens() const { return tokens_; }

 private:
  bool step_over(std::size_t tokens) {
    at_ += tokens;
    return tokens > 0;
  }

  /// Whether these words follow the token at the cursor.
  [[nodiscard]] bool goes_on(const std::vector<std::string>& words) const {
    for (std::size_t i = 0; i < words.size(); ++i) {
      const auto* token = peek(i + 1);
      if (token == nullptr || !token->is(words[i])) return false;
    }
    return true;
  }

  const std::vector<Token>& tokens_;
  std::size_t at_ = 0;
};

/// An attempt that may fail: unless it is kept, the cursor returns to where it began.
class Attempt {
 public:
  explicit Attempt(TokenCursor& cursor) : cursor_(cursor), from_(cursor.at()) {}
  ~Attempt() {
    if (!kept_) cursor_.move_to(from_);
  }
  Attempt(const Attempt&) = delete;
  Attempt& operator=(const Attempt&) = delete;

  /// Keeps what was read. Returns its argument, so that a reader can end with `return attempt.keep(citation)`.
  template <typename Read>
  Read keep(Read read) {
    kept_ = true;
    return read;
  }
  /// Keeps it if the condition holds; a reader can end with `return attempt.keep_if(is_number)`.
  bool keep_if(bool good) { return kept_ = good; }
  [[nodiscard]] std::size_t from() const { return from_; }

 private:
  TokenCursor& cursor_;
  std::size_t from_;
  bool kept_ = false;
};

}  // namespace treatygraph::ingest
