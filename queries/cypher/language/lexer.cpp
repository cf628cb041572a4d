// One pass over the text. At the end, brackets are matched: the parser uses the positions of closing brackets to tell
// patterns from expressions without trying both.

#include "queries/cypher/language/lexer.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "graph/ascii.h"

namespace treatygraph::queries::cypher {
namespace {

/// A letter or underscore, which may begin a name.
bool is_ascii_letter(char c) {
  return is_letter(c) || c == '_';
}

/// Appends a code point in UTF-8.
void append_utf8(std::string& to, std::uint32_t code) {
  const auto byte = [&](std::uint32_t bits) { to.push_back(static_cast<char>(bits)); };
  if (code < 0x80) {
    byte(code);
  } else if (code < 0x800) {
    byte(0xC0 | code >> 6);
    byte(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    byte(0xE0 | code >> 12);
    byte(0x80 | (code >> 6 & 0x3F));
    byte(0x80 | (code & 0x3F));
  } else {
    byte(0xF0 | code >> 18);
    byte(0x80 | (code >> 12 & 0x3F));
    byte(0x80 | (code >> 6 & 0x3F));
    byte(0x80 | (code & 0x3F));
  }
}

/// Whether `at` begins with a character beyond ASCII that may be part of a name: letters of other scripts may, Unicode
/// punctuation may not. Sets `length` to the bytes of the character.
bool is_letter_beyond_ascii(std::string_view at, std::size_t& length) {
  const auto lead = static_cast<unsigned char>(at[0]);
  length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
  if (lead < 0xC0 || length > at.size()) return false;
  std::uint32_t code = lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) code = code << 6 | (static_cast<unsigned char>(at[i]) & 0x3FU);
  const bool is_punctuation = (code >= 0x2000 && code <= 0x2BFF) || (code >= 0x3000 && code <= 0x3004) ||
                              (code >= 0x80 && code < 0xC0 && code != 0xAA && code != 0xB5 && code != 0xBA) ||
                              code == 0xD7 || code == 0xF7 || code >= 0xFE00;
  return !is_punctuation;
}

class Lexer {
 public:
  explicit Lexer(std::string_view query) : query_(query) {}

  std::vector<Token> run() {
    while (skip_blank(), at_ < query_.size()) tokens_.push_back(next());
    tokens_.push_back(Token{TokenKind::End, query_.substr(query_.size()), {}, query_.size(), 0});
    match_brackets();
    return std::move(tokens_);
  }

 private:
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < query_.size() ? query_[at_ + ahead] : '\0';
  }
  [[nodiscard]] Span here(std::size_t length = 1) const { return {at_, length}; }

  void skip_blank() {
    for (;;) {
      while (at_ < query_.size() && std::string_view(" \t\r\n\f\v").find(peek()) != std::string_view::npos) ++at_;
      if (query_.substr(at_).starts_with("\xC2\xA0")) {  // no-break space
        at_ += 2;
      } else if (peek() == '/' && peek(1) == '/') {
        at_ = std::min(query_.find('\n', at_), query_.size());
      } else if (peek() == '/' && peek(1) == '*') {
        const auto end = query_.find("*/", at_ + 2);
        if (end == std::string_view::npos)
          syntax_error("UnexpectedSyntax", "the comment has no end; expected */", here(2));
        at_ = end + 2;
      } else {
        return;
      }
    }
  }

  [[nodiscard]] Token token(TokenKind kind, std::size_t start, std::string text) const {
    return {kind, query_.substr(start, at_ - start), std::move(text), start, 0};
  }

  Token next() {
    const char c = peek();
    if (is_digit(c) || (c == '.' && is_digit(peek(1)) && !follows_value())) return number();
    if (c == '\'' || c == '"') return string();
    if (c == '`') return quoted(TokenKind::QuotedName, at_);
    if (c == '$' && peek(1) != '(') return parameter();
    if (is_name_part()) return name(TokenKind::Name, at_);
    return symbol();
  }

  /// Whether the text directly before is a value: then ".5" continues it and is not a number, as in list[1..5].
  [[nodiscard]] bool follows_value() const {
    if (tokens_.empty()) return false;
    const auto& last = tokens_.back();
    if (last.offset + last.spelled.size() < at_) return false;
    return last.kind != TokenKind::Symbol || last.spelled == ")" || last.spelled == "]" || last.spelled == "." ||
           last.spelled == "..";
  }

  [[nodiscard]] bool is_name_part() const {
    std::size_t length = 1;
    return is_ascii_letter(peek()) ||
           (static_cast<unsigned char>(peek()) >= 0x80 && is_letter_beyond_ascii(query_.substr(at_), length));
  }

  Token name(TokenKind kind, std::size_t start) {
    const auto from = at_;
    while (at_ < query_.size() && (is_name_part() || is_digit(peek()))) {
      std::size_t length = 1;
      if (static_cast<unsigned char>(peek()) >= 0x80) is_letter_beyond_ascii(query_.substr(at_), length);
      at_ += length;
    }
    return token(kind, start, std::string(query_.substr(from, at_ - from)));
  }

  /// `a name`, in which `` is a backquote.
  Token quoted(TokenKind kind, std::size_t start) {
    std::string text;
    for (++at_; at_ < query_.size(); ++at_) {
      if (peek() != '`') {
        text.push_back(peek());
      } else if (peek(1) == '`') {
        text.push_back('`');
        ++at_;
      } else {
        ++at_;
        return token(kind, start, std::move(text));
      }
    }
    syntax_error("UnexpectedSyntax", "the quoted name has no end; expected `", {start, 1});
  }

  /// $name, $`name` or $1.
  Token parameter() {
    const auto start = at_++;
    if (peek() == '`') return quoted(TokenKind::Parameter, start);
    if (is_digit(peek())) {
      const auto from = at_;
      while (is_digit(peek())) ++at_;
      return token(TokenKind::Parameter, start, std::string(query_.substr(from, at_ - from)));
    }
    if (!is_name_part()) syntax_error("UnexpectedSyntax", "expected the name of a parameter after $", {start, 1});
    return name(TokenKind::Parameter, start);
  }

  Token number() {
    const auto start = at_;
    if (peek() == '0' && (peek(1) == 'x' || peek(1) == 'X' || peek(1) == 'o')) return based_number(start);
    bool is_float = false;
    skip_digits();
    if (peek() == '.' && is_digit(peek(1))) {
      is_float = true;
      ++at_;
      skip_digits();
    }
    const bool has_sign = peek(1) == '+' || peek(1) == '-';
    if ((peek() == 'e' || peek() == 'E') && is_digit(peek(has_sign ? 2 : 1))) {
      is_float = true;
      at_ += has_sign ? 2 : 1;
      skip_digits();
    }
    if (is_name_part()) bad_number(start);
    return token(is_float ? TokenKind::Float : TokenKind::Integer, start, without_underscores(start));
  }

  /// Skips digits. An underscore between two digits is allowed: 1_000.
  void skip_digits() {
    while (is_digit(peek()) || (peek() == '_' && is_digit(peek(1)) && at_ > 0 && is_digit(query_[at_ - 1]))) ++at_;
  }
  [[nodiscard]] std::string without_underscores(std::size_t start) const {
    std::string text(query_.substr(start, at_ - start));
    std::erase(text, '_');
    return text;
  }

  /// 0x1F and 0o17.
  Token based_number(std::size_t start) {
    const bool is_hex = peek(1) != 'o';
    at_ += 2;
    const auto is_its_digit = [&](char c) {
      if (!is_hex) return c >= '0' && c <= '7';
      return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    };
    while (is_its_digit(peek()) || (peek() == '_' && is_its_digit(peek(1)) && is_its_digit(query_[at_ - 1]))) ++at_;
    if (at_ == start + 2 || is_name_part() || is_digit(peek())) bad_number(start);
    return token(TokenKind::Integer, start, without_underscores(start));
  }

  /// Throws for a number that runs into letters, such as 12ab. Before a colon in a map, {12ab: 1}, it was meant as a
  /// name.
  [[noreturn]] void bad_number(std::size_t start) {
    while (is_name_part() || is_digit(peek())) ++at_;
    const auto end = at_;
    skip_blank();
    const bool may_be_name = !tokens_.empty() && (tokens_.back().spelled == "{" || tokens_.back().spelled == ",");
    if (may_be_name && peek() == ':') {
      syntax_error(
          "UnexpectedSyntax",
          fmt::format("the name {} begins with a digit: put it in backquotes", query_.substr(start, end - start)),
          {start, end - start});
    }
    at_ = end;
    syntax_error("InvalidNumberLiteral", fmt::format("{} is not a number", query_.substr(start, at_ - start)),
                 {start, at_ - start});
  }

  Token string() {
    const auto start = at_;
    const char quote = peek();
    std::string text;
    for (++at_; at_ < query_.size(); ++at_) {
      if (peek() == quote) {
        ++at_;
        return token(TokenKind::String, start, std::move(text));
      }
      if (peek() == '\\') {
        escape(text);
      } else {
        text.push_back(peek());
      }
    }
    syntax_error("UnexpectedSyntax", fmt::format("the string has no end; expected {}", quote), {start, 1});
  }

  /// Reads an escape. `at_` is at the backslash before, and at the last character of the escape after.
  void escape(std::string& text) {
    constexpr std::string_view kNames = "nrtbf\\'\"";
    constexpr std::string_view kMeanings = "\n\r\t\b\f\\'\"";
    const char c = peek(1);
    ++at_;
    if (c == 'u' || c == 'U') {
      unicode_escape(text, c == 'u' ? 4 : 8);
    } else if (at_ == query_.size()) {
      return;  // unterminated; reported by the caller
    } else if (const auto known = kNames.find(c); known != std::string_view::npos) {
      text.push_back(kMeanings[known]);
    } else {
      syntax_error("UnexpectedSyntax", "no such escape; a backslash in a string is written \\\\", {at_ - 1, 1});
    }
  }

  /// The escape of a character by its code point, after a u (four digits) or a U (eight). Two escapes of four digits
  /// may form a surrogate pair; a lone surrogate becomes the replacement character.
  void unicode_escape(std::string& text, std::size_t digits) {
    std::uint32_t code = 0;
    for (std::size_t i = 1; i <= digits; ++i) {
      const char c = peek(i);
      const auto digit = is_digit(c)            ? c - '0'
                         : c >= 'a' && c <= 'f' ? c - 'a' + 10
                         : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                : -1;
      if (digit < 0) {
        syntax_error("InvalidUnicodeLiteral", fmt::format("\\{} takes {} hexadecimal digits", peek(), digits), here(i));
      }
      code = code << 4 | static_cast<std::uint32_t>(digit);
    }
    if (code > 0x10FFFF) syntax_error("InvalidUnicodeLiteral", "no such character in Unicode", here(digits));
    at_ += digits;
    const bool is_high = code >= 0xD800 && code < 0xDC00;
    if (is_high && peek(1) == '\\' && peek(2) == 'u') {
      std::string low;
      at_ += 2;
      unicode_escape_low(low, code);
      text += low;
    } else {
      append_utf8(text, code >= 0xD800 && code < 0xE000 ? 0xFFFD : code);
    }
  }

  /// The second half of a surrogate pair.
  void unicode_escape_low(std::string& text, std::uint32_t high) {
    std::uint32_t low = 0;
    for (std::size_t i = 1; i <= 4; ++i) {
      const char c = peek(i);
      const bool is_hex = is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
      if (!is_hex) syntax_error("InvalidUnicodeLiteral", "\\u takes 4 hexadecimal digits", here(i));
      low = low << 4 | static_cast<std::uint32_t>(is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
    }
    at_ += 4;
    append_utf8(text, low >= 0xDC00 && low < 0xE000 ? 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00) : 0xFFFD);
  }

  Token symbol() {
    // Symbols of two characters come first, so that <= is not < and =.
    constexpr std::array<std::string_view, 8> kPairs = {"<=", ">=", "<>", "=~", "..", "+=", "!=", "||"};
    const auto start = at_;
    for (const auto pair : kPairs) {
      if (query_.substr(at_).starts_with(pair)) {
        at_ += 2;
        return token(TokenKind::Symbol, start, {});
      }
    }
    if (std::string_view("()[]{},.:;|+-*/%^=<>&!$").find(peek()) == std::string_view::npos) unexpected_character();
    ++at_;
    return token(TokenKind::Symbol, start, {});
  }

  [[noreturn]] void unexpected_character() const {
    if (static_cast<unsigned char>(peek()) >= 0x80) {
      std::size_t length = 1;
      is_letter_beyond_ascii(query_.substr(at_), length);
      syntax_error("InvalidUnicodeCharacter",
                   fmt::format("{} has no meaning in Cypher; is it a dash or a quote that an editor has replaced?",
                               query_.substr(at_, length)),
                   here(length));
    }
    syntax_error("UnexpectedSyntax", fmt::format("{} has no meaning here", peek()), here());
  }

  /// Sets Token::matching. The kinds of brackets are not compared: the parser reports a bracket of the wrong kind.
  void match_brackets() {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (tokens_[i].kind != TokenKind::Symbol) continue;
      const auto spelled = tokens_[i].spelled;
      if (spelled == "(" || spelled == "[" || spelled == "{") open.push_back(i);
      if (open.empty() || (spelled != ")" && spelled != "]" && spelled != "}")) continue;
      tokens_[open.back()].matching = i;
      open.pop_back();
    }
  }

  std::string_view query_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokens_of(std::string_view query) {
  return Lexer(query).run();
}

bool is_keyword(const Token& token, std::string_view word) {
  return token.kind == TokenKind::Name && equal_but_for_case(token.text, word);
}

}  // namespace treatygraph::queries::cypher
