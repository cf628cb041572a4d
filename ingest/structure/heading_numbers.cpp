// The order of the forms and of the readers matters, because many numbers have several readings. "I" is a letter and a
// Roman numeral, and "DIX" is the Roman 509 and the French ten. A scanned or typed "l" may be the digit 1. RE2 takes
// the first alternative that matches, so longer forms come before their beginnings.

#include "ingest/structure/heading_numbers.h"

#include <algorithm>

#include <fmt/format.h>
#include <re2/re2.h>

#include "graph/ascii.h"
#include "graph/numerals.h"
#include "ingest/text/pattern_piece.h"

namespace treatygraph::ingest {
namespace {

constexpr auto kNumberForms = std::to_array<NumberForm>({
    {"in parts",
     R"((?:[0-9]{1,4}|[IVXLC]+)(?:(?:[.-]|–)[0-9]{1,4}){1,3}\b)",
     {{{"Article 3.12", "art_3-12"}, {"Rule 20.1", "rule_20.1"}, {"Chapter II-1", "chp_II-1"}}}},
    {"Roman with a letter", R"([IVXLC]+[ABD-HJKN-U]\b)", {{{"Part IVA", "part_IVA"}}}},
    {"letter and digits",
     R"([A-Z][0-9]{1,3}(?:\.[0-9]{1,3}){0,3}(?:-[IVXLC]+)?\b)",
     {{{"Standard A1.1", "standard_A1.1"}, {"Appendix A5-I", "appendix_A5-I"}}}},
    {"letter, hyphen and digits", R"([A-Z]-[0-9]{1,2}\b)", {{{"Part A-1", "part_A-1"}}}},
    {"letters, hyphen and digits", R"([A-Z]{2,6}-[0-9]{1,2}[A-Z]?\b)", {{{"ANNEX ORIG-2", "annex_ORIG-2"}}}},
    {"two letters and Roman", R"([A-Z]{2}\s[IVXLC]+\b)", {{{"ANNEX EQ I", "annex_EQ-I"}}}},
    {"Roman with bis", R"([IVXLC]+(?:bis|ter|quater)\b)", {{{"Article XXIbis", "art_XXIbis"}}}},
    {"digits",
     R"([0-9]{1,3}l?\b)",
     {{{"Article 8", "art_8"}, {"Article 8 bis", "art_8bis"}, {"Article 1l", "art_11"}}}},
    {"digits before anything", R"([0-9]{1,4})", {{{"Article 5a", "art_5a"}}}},
    {"a typist's one", R"(l\b)", {{{"Article l", "art_1"}}}},
    {"Roman", R"([IVXLC]+\b)", {{{"Article IV", "art_IV"}, {"PART XI", "part_XI"}}}},
    {"letter", R"([A-Z]\b)", {{{"ANNEX B", "annex_B"}}}},
    {"letters", R"([A-Z]{2,3}\b)", {{{"ANNEX TRM", "annex_TRM"}}}},
});

/// "3.12" or "III-115": the last part counts on from one article to the next, and the part before it is the chapter.
std::optional<HeadingNumber> read_number_in_parts(std::string_view text) {
  const auto dot = text.find_last_of(".-");
  if (dot == std::string_view::npos || dot == 0) return std::nullopt;
  const auto first = text.substr(0, text.find_first_of(".-"));
  const auto chapter = digits_value(first) ? digits_value(first) : roman_value(first);
  const auto value = digits_value(text.substr(dot + 1));
  if (!chapter || !value) return std::nullopt;
  std::string printed(text);
  std::ranges::replace(printed, '.', '-');
  return HeadingNumber{printed, *value, *chapter};
}

/// Replaces the dash that a word processor makes of a hyphen: "3–1".
std::string with_hyphens(std::string_view printed) {
  std::string number(printed);
  constexpr std::string_view kDash = "–";
  for (auto at = number.find(kDash); at != std::string::npos; at = number.find(kDash)) {
    number.replace(at, kDash.size(), "-");
  }
  return number;
}

/// "IVA": IV with a letter. Its value is that of IV.
std::optional<HeadingNumber> read_lettered_roman(std::string_view text) {
  if (text.size() < 2 || text.back() < 'A' || text.back() > 'Z') return std::nullopt;
  const auto value = roman_value(text.substr(0, text.size() - 1));
  return value && text.front() < 'a' ? std::optional(HeadingNumber{std::string(text), *value}) : std::nullopt;
}

/// "XXIbis": its value is that of XXI.
std::optional<HeadingNumber> read_joined_number(std::string_view text) {
  const auto small = text.find_first_of("bqt");
  const auto value = small == std::string_view::npos ? std::nullopt : roman_value(text.substr(0, small));
  return value && text.front() < 'a' ? std::optional(HeadingNumber{std::string(text), *value}) : std::nullopt;
}

/// "A1.1", "B2.2.1", "2.1" and "3-1" of standards, guidelines, regulations and rules, which keep the number as printed
/// in their eIds.
std::optional<HeadingNumber> read_levels(std::string_view text) {
  static const RE2 pattern(R"([A-Z]?\d{1,3}(?:[.-]\d{1,3}){1,3}|[A-Z]\d{1,3})");
  if (!RE2::FullMatch(piece(text), pattern)) return std::nullopt;
  HeadingNumber number{std::string(text), 0};
  for (auto left = text; !left.empty();) {
    const auto first = left.find_first_of("0123456789");
    left.remove_prefix(first);
    const auto end = std::min(left.find_first_of(".-"), left.size());
    number.levels.push_back(digits_value(left.substr(0, end)).value_or(0));
    left.remove_prefix(std::min(end + 1, left.size()));
  }
  number.value = number.levels.back();
  number.chapter = number.levels.size() > 1 ? number.levels.front() : 0;
  return number;
}

/// "II-1" of chapters, "A-1" of parts, "A5-I" of appendices: the part that counts on is the first one, and in the last
/// form the Roman numeral.
std::optional<HeadingNumber> read_number_of_division(std::string_view text) {
  static const RE2 pattern(R"(([IVXLC]+|[A-Z]|\d{1,2})-\d{1,2}|[A-Z]\d{1,2}-([IVXLC]+))");
  std::string first;
  std::string last;
  if (!RE2::FullMatch(piece(text), pattern, &first, &last)) return std::nullopt;
  if (!last.empty()) return HeadingNumber{std::string(text), roman_value(last).value_or(0)};
  const auto roman = roman_value(first);
  const auto value = digits_value(first) ? digits_value(first) : roman ? roman : letter_value(first);
  return value ? std::optional(HeadingNumber{std::string(text), *value}) : std::nullopt;
}

}  // namespace

// The readers are tried in order, and the first that accepts the whole number decides. Those for rules and for
// divisions come first, because they keep "3-1" as printed.
std::optional<HeadingNumber> heading_number(std::string_view printed, ProvisionKind kind, const NumberWords& words) {
  auto text = with_hyphens(printed);
  if (is_unit(kind) && kind != ProvisionKind::Article) {
    if (auto number = read_levels(text)) return number;
  }
  if (!is_unit(kind)) {
    if (auto number = read_number_of_division(text)) return number;
  }
  if (text == "l" || (text.ends_with('l') && digits_value(text.substr(0, text.size() - 1)))) {
    text.back() = '1';  // typists wrote 1 as l
  }
  if (const auto value = digits_value(text))
    return HeadingNumber{text.front() == '0' ? std::to_string(*value) : text, *value};
  if (const auto value = words.value(text))
    return HeadingNumber{std::to_string(*value), *value};  // before Roman ones: "DIX"
  if (const auto value = roman_value(text); value && text != lower_case(text)) return HeadingNumber{text, *value};
  const bool is_article = is_unit(kind);
  if (const auto value = letter_value(text); !is_article && value) return HeadingNumber{text, *value};
  if (auto number = read_joined_number(text)) return number;
  if (auto number = read_lettered_roman(text)) return number;
  return is_article || is_component(kind) ? read_number_in_parts(text) : std::nullopt;
}

std::optional<HeadingNumber> component_code(std::string_view printed, bool stands_alone,
                                            std::span<const std::string_view> joining_words) {
  // A code with a digit is clear. Letters alone may be a word in capitals ("ANNEX TO"), so they must be alone on their
  // line.
  static const RE2 with_digits(R"([A-Z]{2,6}-\d{1,2}[A-Z]?)");
  static const RE2 letters(R"([A-Z]{2,3}|[A-Z]{2}\s[IVXLC]+)");
  auto text = with_hyphens(printed);
  if (!RE2::FullMatch(text, with_digits)) {
    const auto word = lower_case(text);
    const bool is_word = std::ranges::find(joining_words, std::string_view(word)) != joining_words.end();
    if (!stands_alone || is_word || !RE2::FullMatch(text, letters)) return std::nullopt;
  }
  std::ranges::replace(text, ' ', '-');
  return HeadingNumber{text, 1};
}

std::span<const NumberForm> number_forms() {
  return kNumberForms;
}

std::string heading_line_pattern(std::span<const HeadingWord> words, std::string_view number_sign,
                                 std::string_view in_words, std::string_view endings, std::string_view words_first) {
  std::string numbers(words_first);
  if (!numbers.empty()) numbers += "|";
  for (const auto& form : kNumberForms) numbers += std::string(form.pattern) + "|";
  return fmt::format(
      R"(\s*({})\b\.?(?:\s+(?:{}\s+)?({}{}){}((?:[\s-]?(?:(?i:bis|ter|quater|quinquies|sexies|septies|octies)|[A-Z])|[a-z])\b)?)?((?:\s|[.:–—-])*))",
      heading_words_pattern(words), number_sign, numbers, in_words, endings);
}

}  // namespace treatygraph::ingest
