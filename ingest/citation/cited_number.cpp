#include "ingest/citation/cited_number.h"

#include <algorithm>

#include "graph/ascii.h"
#include "graph/numerals.h"

namespace treatygraph::ingest {
namespace {

/// "XIII.12": article 12 of chapter XIII. The lexer has checked the letters.
bool is_roman_and_digits(std::string_view text) {
  return text.find('.') != std::string_view::npos && is_digit(text.back());
}

bool is_upper_or_digit(char c) {
  return is_upper(c) || is_digit(c) || c == '-';
}

/// "ORIG-2", and "TRM" if the lexicon does not know it as a word.
bool is_annex_code(const Token& token, ProvisionKind kind) {
  if (kind != ProvisionKind::Annex && kind != ProvisionKind::Appendix && kind != ProvisionKind::Schedule) return false;
  constexpr std::size_t kMostLetters = 6;
  constexpr std::size_t kMostLettersAlone = 3;
  const auto letters = token.text.substr(0, token.text.find('-'));
  if (letters.size() < 2 || letters.size() > kMostLetters || !std::ranges::all_of(letters, is_upper)) return false;
  auto digits = token.text.substr(letters.size());
  if (digits.empty())
    return kind == ProvisionKind::Annex && letters.size() <= kMostLettersAlone && token.known == nullptr;
  digits.remove_prefix(1);
  return !digits.empty() && digits.size() <= 2 && std::ranges::all_of(digits, is_digit);
}

/// "Three" as "3". After everyday words such as "part" the number must be capitalised: "part one" may be prose.
std::optional<std::string> number_in_words(const Token& token, const CitationHead& head) {
  const bool takes_words = head.kind != ProvisionKind::Point && (!head.is_common || token.is_capitalised());
  const auto value = takes_words ? token.number_in_words() : 0;
  return value > 0 ? std::optional(std::to_string(value)) : std::nullopt;
}

}  // namespace

/// Only a full stop before a digit separates levels.
std::string in_eid(std::string_view number) {
  static constexpr std::string_view kEnDash = "–";
  std::string num;
  for (std::size_t i = 0; i < number.size(); ++i) {
    if (number[i] == ' ') continue;
    if (number.substr(i).starts_with(kEnDash)) {
      num += '-';
      i += kEnDash.size() - 1;
      continue;
    }
    const bool between_digits = number[i] == '.' && i + 1 < number.size() && is_digit(number[i + 1]);
    num += between_digits ? '-' : number[i];
  }
  return num;
}

/// At most six capitals, digits and hyphens that begin with a letter or Roman numeral, perhaps with one more character.
bool is_annex_name(std::string_view text) {
  constexpr std::size_t kLongest = 6;
  if (text.size() > kLongest || !std::ranges::all_of(text, is_upper_or_digit)) return false;
  const auto first = text.substr(0, text.find('-'));
  const bool is_letter_or_roman =
      first.size() == 1 || roman_value(first) || roman_value(first.substr(0, first.size() - 1));
  return is_letter_or_roman && first.size() <= 4;
}

/// A Number token always counts. A Word counts as a numeral, a letter, a code of an annex or a number in words, each
/// only for the kinds that are numbered so: the B of "Annex B" is a number, that of "Article B" is not.
std::optional<std::string> number_of(const Token* token, const CitationHead& head) {
  if (token == nullptr) return std::nullopt;
  if (token->kind == Token::Kind::Number) return in_eid(token->text);
  if (token->kind != Token::Kind::Word || head.kind == ProvisionKind::Point) return std::nullopt;
  const bool is_paragraph = head.kind == ProvisionKind::Paragraph;
  // Scans have the letter l, and before paragraphs I, for the digit 1.
  const bool is_misread_one = token->text == "l" || (is_paragraph && token->text == "I");
  if (is_misread_one && (!is_division(head.kind) || head.kind == ProvisionKind::Section)) return "1";
  const bool is_capital = std::ranges::all_of(token->text, is_upper);
  if (is_capital && roman_value(token->text)) return std::string(token->text);
  if (is_unit(head.kind) && is_roman_and_digits(token->text)) return in_eid(token->text);
  const bool is_letter = is_capital && token->text.size() == 1;
  if (is_division(head.kind) && is_letter) return std::string(token->text);
  const bool is_name =
      is_component(head.kind) || (is_division(head.kind) && token->text.find('-') != std::string_view::npos);
  if ((is_name && is_annex_name(token->text)) || is_annex_code(*token, head.kind)) return std::string(token->text);
  return number_in_words(*token, head);
}

bool is_roman_mark(std::string_view label) {
  return label.find_first_not_of("ivxIVX") == std::string_view::npos;
}

bool is_same_style(std::string_view label, std::string_view other) {
  const bool digits = is_digit(label[0]);
  if (digits || is_digit(other[0])) return digits && is_digit(other[0]);
  return is_roman_mark(label) == is_roman_mark(other) ||
         (label.size() == 1 && other.size() == 1 && !is_roman_mark(label));
}

std::string ordinal_of(const Token* token) {
  const bool is_ordinal = token != nullptr && token->known != nullptr && token->known->ordinal > 0;
  return is_ordinal && !token->is_capitalised() ? std::to_string(token->known->ordinal) : std::string();
}

}  // namespace treatygraph::ingest
