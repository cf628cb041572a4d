// A hand-written lexer. At each position it tries the longest forms first: a mark "(a)", a number with its levels and
// letters, a number that begins with a letter, a word, and then single characters. What belongs to one number in an eId
// is one token ("3.12", "8bis", "17A"), because the grammar could not tell "3.12" from a 3 at the end of a sentence.
//
// Two features make the other languages look like English to the grammar: words with an elided vowel are split ("l'"
// and "article"), and contractions become several tokens, of which only the first has a width ("du" becomes "de" and
// "le"). Words that lost the space between them in a scan ("ofthis") are split, too.

#include "ingest/citation/citation_tokens.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "graph/ascii.h"
#include "ingest/text/document_limits.h"

namespace treatygraph::ingest {
namespace {

constexpr std::size_t kNowhere = std::string_view::npos;

/// Reads one token at a time. Each function takes a position and returns the one after the token, or kNowhere.
class Lexer {
 public:
  Lexer(std::string_view text, std::size_t last, const Words& words) : text_(text.substr(0, last)), words_(words) {}

  /// The token that begins at `first`, which is no white space.
  [[nodiscard]] Token at(std::size_t first) const {
    if (const auto end = mark(first); end != kNowhere) return token(Token::Kind::Mark, first, end);
    if (const auto end = number(first); end != kNowhere) return token(Token::Kind::Number, first, end);
    if (const auto end = lettered_number(first); end != kNowhere) return token(Token::Kind::Number, first, end);
    if (const auto end = word(first); end != kNowhere) {
      const auto size = first_word_size(text_.substr(first, end - first), end);
      auto word = token(Token::Kind::Word, first, first + size);
      word.known = words_.find(word.text);
      return word;
    }
    const char c = text_[first];
    if (c == ',') return token(Token::Kind::Comma, first, first + 1);
    if (std::string_view(".;:?!").find(c) != kNowhere) return token(Token::Kind::Stop, first, first + 1);
    const auto end = character(first);
    const auto symbol = text_.substr(first, end - first);
    const bool is_dash = symbol == "-" || symbol == "–" || symbol == "—";
    return token(is_dash ? Token::Kind::Dash : Token::Kind::Other, first, end);
  }

 private:
  [[nodiscard]] char peek(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }

  /// A token of the bytes [first, end). Takes the brackets off a mark, and skips the ending of an ordinal number.
  [[nodiscard]] Token token(Token::Kind kind, std::size_t first, std::size_t end) const {
    Token token{kind, 0, text_.substr(first, end - first), first, end};
    if (kind == Token::Kind::Mark) {
      while (!is_letter_or_digit(token.text.front())) token.text.remove_prefix(1);
      while (!is_letter_or_digit(token.text.back())) token.text.remove_suffix(1);
    }
    if (kind == Token::Kind::Number) token.end += number_ending(end);
    return token;
  }

  /// One past the UTF-8 character at `at`.
  [[nodiscard]] std::size_t character(std::size_t at) const {
    ++at;
    while (at < text_.size() && (static_cast<unsigned char>(text_[at]) & 0xC0U) == 0x80U) ++at;
    return at;
  }

  /// "(a)", "( iv )", "(12)", and "a)" alone; not "12)".
  [[nodiscard]] std::size_t mark(std::size_t at) const {
    const bool opens = peek(at) == '(';
    if (opens) at += peek(at + 1) == ' ' ? 2U : 1U;
    const auto first = at;
    while (is_digit(peek(at))) ++at;
    if (at == first && opens) {
      while (is_letter(peek(at))) ++at;
    } else if (at == first) {
      while (is_lower(peek(at))) ++at;
    }
    const auto label = text_.substr(first, at - first);
    if (!is_label(label) || (!opens && (is_too_long_unopened(label) || is_digit(label[0])))) return kNowhere;
    if (opens && peek(at) == ' ') ++at;
    return peek(at) == ')' ? at + 1 : kNowhere;
  }

  /// "iii)" is a mark in the languages that write them so.
  [[nodiscard]] bool is_too_long_unopened(std::string_view label) const {
    constexpr std::size_t kLongestRoman = 4;
    const bool may_be = words_.lexicon().closes_marks_only && label.size() <= kLongestRoman &&
                        label.find_first_not_of("ivx") == kNowhere;
    return label.size() > 2 && !may_be;
  }

  /// Up to three digits, up to two letters, or a Roman numeral: what may be in the brackets of a mark.
  static bool is_label(std::string_view label) {
    if (label.empty()) return false;
    if (is_digit(label[0])) return label.size() <= 3;
    return label.size() <= 2 || (label.size() <= 6 && label.find_first_not_of("ivxIVX") == kNowhere);
  }

  [[nodiscard]] bool ends_here(std::size_t at) const { return !is_digit(peek(at)) && !is_letter(peek(at)); }

  /// "A1.1", the form of numbers of standards and guidelines.
  [[nodiscard]] std::size_t lettered_number(std::size_t at) const {
    if (!is_upper(peek(at)) || !is_digit(peek(at + 1)) || (at > 0 && is_letter(text_[at - 1]))) return kNowhere;
    auto end = lower_level(digits(at + 1));
    for (auto next = end; next != kNowhere; next = lower_level(next)) end = next;
    return end;
  }

  /// "8", "8bis", "3.12", "3 .12" in scans, "3-02", "17A", "17a", "1-B", "1.a".
  [[nodiscard]] std::size_t number(std::size_t at) const {
    if (!is_digit(peek(at))) return kNowhere;
    at = digits(at);
    for (auto level = lower_level(at); level != kNowhere; level = lower_level(at)) at = level;
    at = suffix(at);
    const bool has_letter = peek(at) == '.' && is_lower(peek(at + 1)) && ends_here(at + 2);
    return has_letter ? at + 2 : at;
  }

  [[nodiscard]] std::size_t digits(std::size_t at) const {
    while (is_digit(peek(at))) ++at;
    return at;
  }

  /// The next level of a number: ".12" or, in treaties with articles such as 3-02, "-02". At most three digits, so
  /// "5.1992" is not a number of two levels. "3-12" may be a range and is no level.
  [[nodiscard]] std::size_t lower_level(std::size_t at) const {
    constexpr std::size_t kMostDigits = 3;
    if (peek(at) == '-' && peek(at + 1) == '0' && is_digit(peek(at + 2)) && ends_here(at + 3)) return at + 3;
    if (peek(at) == ' ' && peek(at + 1) == '.') ++at;
    if (peek(at) != '.' || !is_digit(peek(at + 1))) return kNowhere;
    const auto end = digits(at + 1);
    return end - at - 1 <= kMostDigits && ends_here(end) ? end : kNowhere;
  }

  /// The letter or Latin ordinal after digits, with its hyphen or space: "A", "-B", " bis".
  [[nodiscard]] std::size_t suffix(std::size_t at) const {
    if (is_letter(peek(at)) && ends_here(at + 1)) return at + 1;
    if (peek(at) == '-' && is_upper(peek(at + 1)) && ends_here(at + 2)) return at + 2;
    const auto first = peek(at) == ' ' ? at + 1 : at;
    static constexpr std::array<std::string_view, 7> kLatin = {"bis",    "ter",     "quater", "quinquies",
                                                               "sexies", "septies", "octies"};
    for (const auto word : kLatin) {
      if (text_.substr(first, word.size()) == word && ends_here(first + word.size())) return first + word.size();
    }
    return at;
  }

  /// One letter, in ASCII or in the Latin blocks of Unicode up to U+024F, which have two bytes in UTF-8.
  [[nodiscard]] std::size_t letter(std::size_t at) const {
    if (is_letter(peek(at))) return at + 1;
    const auto lead = static_cast<unsigned char>(peek(at));
    const bool is_latin = lead >= 0xC3 && lead <= 0xC9 && at + 1 < text_.size();  // U+00C0 to U+024F
    return is_latin ? at + 2 : kNowhere;
  }

  [[nodiscard]] std::size_t letters(std::size_t at) const {
    for (auto next = letter(at); next != kNowhere; next = letter(at)) at = next;
    return at;
  }

  /// "cross-border", "State's", "II-A"; section signs are a word too.
  [[nodiscard]] std::size_t word(std::size_t at) const {
    static constexpr std::string_view kSection = "§";
    const auto first = at;
    while (text_.substr(at, kSection.size()) == kSection) at += kSection.size();
    if (at > first) return at;
    at = letters(at);
    if (at == first) return kNowhere;
    if (const auto end = roman_and_digits(first, at); end != kNowhere) return end;
    while (true) {
      const auto joint = peek(at) == '-' || peek(at) == '\'' ? at + 1 : text_.substr(at, 3) == "’" ? at + 3 : kNowhere;
      if (joint == kNowhere) return at;
      auto end = letters(joint);
      if (end == joint && is_upper(text_[at - 1])) end = digits(joint);  // "B-3"
      if (end == joint) return at;
      at = end;
    }
  }

  /// "XIII.12": an article numbered within its chapter.
  [[nodiscard]] std::size_t roman_and_digits(std::size_t first, std::size_t at) const {
    const auto roman = text_.substr(first, at - first);
    if (roman.find_first_not_of("IVXLC") != kNowhere || peek(at) != '.') return kNowhere;
    return lower_level(at);
  }

  /// Bytes of "er" in "1er", of the degree sign in "1°"; 0 if none follows the number that ends at `at`.
  [[nodiscard]] std::size_t number_ending(std::size_t at) const {
    for (const auto ending : words_.lexicon().number_endings) {
      const auto next = at + ending.size();
      const bool ends = next >= text_.size() || (!is_digit(text_[next]) && letter(next) == kNowhere);
      if (ends && text_.substr(at, ending.size()) == ending) return ending.size();
    }
    return 0;
  }

  /// Bytes of the first of several words without a space between them: "l'article", "ofthis"; all bytes for most words.
  [[nodiscard]] std::size_t first_word_size(std::string_view word, std::size_t end) const {
    const auto& lexicon = words_.lexicon();
    if (!lexicon.elided.empty()) {
      if (const auto size = elided_size(word, end); size > 0) return size;
    }
    const auto glued = glued_word(word, lexicon);
    return glued > 0 ? glued : word.size();
  }

  /// "l'" of "l'article", and of "l' article"; 0 if the word is not elided.
  [[nodiscard]] std::size_t elided_size(std::string_view word, std::size_t end) const {
    constexpr std::string_view kCurved = "’";
    const auto apostrophe = std::min(word.find('\''), word.find(kCurved));
    const auto letters = word.substr(0, apostrophe);
    const auto sign = text_.substr(end - word.size() + letters.size());
    const std::size_t size = sign.starts_with('\'') ? 1 : sign.starts_with(kCurved) ? kCurved.size() : 0;
    constexpr std::size_t kLongest = 8;  // "jusqu'", "lorsqu'"
    if (size == 0 || letters.size() > kLongest) return 0;
    const auto elided = plain_letters(letters) + "'";
    const bool is_known = std::ranges::find(words_.lexicon().elided, elided) != words_.lexicon().elided.end();
    return is_known ? letters.size() + size : 0;
  }

  /// Length of the first word in "ofthis", "thisConvention" or "ofArticle": scans lose spaces.
  static std::size_t glued_word(std::string_view word, const Lexicon& lexicon) {
    for (const auto first : lexicon.glued_first) {
      if (!word.starts_with(first) || word.size() < first.size() + 3) continue;
      const auto rest = word.substr(first.size());
      const bool begins_name = is_upper(rest[0]) && is_lower(rest[1]);
      const bool is_known = first == lexicon.glued_first.front() &&
                            std::ranges::find(lexicon.glued_second, rest) != lexicon.glued_second.end();
      if (begins_name || is_known) return first.size();
    }
    return 0;
  }

  std::string_view text_;
  const Words& words_;
};

}  // namespace

namespace {

/// "du" becomes "de" and "le": the first has the width of the word.
void add_words_of_contraction(const Words& words, std::vector<Token>& tokens) {
  const auto& stands_for = tokens.back().known->stands_for;
  tokens.back().known = words.find(stands_for.front());
  const auto end = tokens.back().end;
  for (std::size_t i = 1; i < stands_for.size(); ++i) {
    tokens.push_back({Token::Kind::Word, 0, stands_for[i], end, end, words.find(stands_for[i])});
  }
}

}  // namespace

/// White space separates tokens and is dropped, but line ends are counted: names of instruments end at headings.
std::vector<Token> citation_tokens(std::string_view text, std::size_t first, std::size_t last, const Words& words) {
  std::vector<Token> tokens;
  const Lexer lexer(text, last, words);
  std::uint8_t lines_before = 0;
  for (auto at = first; at < last;) {
    if (is_space(text[at])) {
      if (text[at] == '\n' && lines_before < 2) ++lines_before;
      ++at;
      continue;
    }
    tokens.push_back(lexer.at(at));
    tokens.back().lines_before = lines_before;
    lines_before = 0;
    check_limit(tokens.size(), kMostWords, "words, numbers and stops in one provision");
    at = tokens.back().end;
    const auto* known = tokens.back().known;
    if (known != nullptr && !known->stands_for.empty()) add_words_of_contraction(words, tokens);
  }
  return tokens;
}

void join_split_numbers(std::string_view text, int highest, std::vector<Token>& tokens) {
  std::size_t kept = 0;
  const auto is_digit_alone = [](const Token& token) {
    return token.kind == Token::Kind::Number && token.text.size() == 1;
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool is_split = i > 0 && is_digit_alone(tokens[i]) && kept > 0 && is_digit_alone(tokens[kept - 1]) &&
                          tokens[i].start == tokens[kept - 1].end + 1;
    const int value = is_split ? (tokens[kept - 1].text[0] - '0') * 10 + (tokens[i].text[0] - '0') : 0;
    if (is_split && value >= 10 && value <= highest) {
      auto& whole = tokens[kept - 1];
      whole.end = tokens[i].end;
      whole.text = text.substr(whole.start, whole.end - whole.start);
    } else {
      tokens[kept++] = tokens[i];
    }
  }
  tokens.resize(kept);
}

void join_hyphenated_numbers(std::string_view text, const std::set<std::string, std::less<>>& numbers,
                             std::vector<Token>& tokens) {
  const auto joins = [&](std::size_t i) {
    if (i + 2 >= tokens.size() || tokens[i].kind != Token::Kind::Number || tokens[i + 1].kind != Token::Kind::Dash ||
        tokens[i + 2].kind != Token::Kind::Number)
      return false;
    const bool is_close = tokens[i + 1].start == tokens[i].end && tokens[i + 2].start == tokens[i + 1].end;
    return is_close && numbers.contains(fmt::format("{}-{}", tokens[i].text, tokens[i + 2].text));
  };
  std::size_t kept = 0;
  for (std::size_t i = 0; i < tokens.size(); ++kept) {
    const std::size_t count = joins(i) ? 3 : 1;
    auto whole = tokens[i];
    whole.end = tokens[i + count - 1].end;
    if (count > 1) whole.text = text.substr(whole.start, whole.end - whole.start);
    tokens[kept] = whole;
    i += count;
  }
  tokens.resize(kept);
}

}  // namespace treatygraph::ingest
