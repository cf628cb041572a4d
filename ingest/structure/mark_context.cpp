#include "ingest/structure/mark_context.h"

#include <algorithm>
#include <array>

#include "graph/ascii.h"
#include "ingest/text/lines.h"
#include "ingest/text/one_of.h"

namespace treatygraph::ingest {
namespace {

/// A bullet that a word processor put before a mark: "• (b)".
constexpr std::string_view kBullet = "•";

/// Whether the text begins with a month: dates look like numbered paragraphs ("1 January").
bool is_month(std::string_view text, const StructureWords& language) {
  return std::ranges::any_of(language.months, [&](std::string_view month) {
    return text.starts_with(month) && (text.size() == month.size() || !is_letter(text[month.size()]));
  });
}

/// Whether the words begin with a quotation mark of any European style, or with what typewriters used for one.
bool opens_quotation(std::string_view words) {
  constexpr std::array<std::string_view, 8> kSigns = {"\"", "'", "`", "“", "‘", "„", "«", "‹"};
  return std::ranges::any_of(kSigns, [&](std::string_view sign) { return words.starts_with(sign); });
}

}  // namespace

BeforeMark::BeforeMark(std::string_view text, std::size_t region, std::size_t at)
    : text_(text), region_(region), end_(at) {
  while (end_ > region_ && (is_space(text_[end_ - 1]) || ends_in_bullet())) {
    line_ends_ += text_[end_ - 1] == '\n' ? 1U : 0U;
    end_ -= ends_in_bullet() ? kBullet.size() : 1;
  }
}

std::string_view BeforeMark::last_word() const {
  auto first = end_;
  while (first > region_ && ends_in_letter(first)) first -= is_letter(text_[first - 1]) ? 1U : 2U;
  return text_.substr(first, end_ - first);
}

/// Whether the character before `at` is a letter, including accented letters of Western European languages.
bool BeforeMark::ends_in_letter(std::size_t at) const {
  if (is_letter(text_[at - 1])) return true;
  return at > region_ + 1 && text_[at - 2] == '\xC3' && !begins_character(text_[at - 1]);
}

bool BeforeMark::ends_in_bullet() const {
  return text_.substr(region_, end_ - region_).ends_with(kBullet);
}

// After "and" or "or" the word before it decides: in "paragraph 1 and 2" a number, in "meet; and (b)" a stop.
bool cites(const BeforeMark& before, const StructureWords& language) {
  const auto word = before.last_word();
  if (!is_one_of(word, language.conjunctions)) return before.last() == ')' || is_one_of(word, language.citing);
  const auto earlier = before.without_last_word();
  if (is_any_of(earlier.last(), ";:")) return false;
  const auto listed = earlier.without_comma();
  return listed.last() == ')' || is_digit(listed.last()) || is_one_of(listed.last_word(), language.citing);
}

// A new line is a weak sign, because lines are broken inside citations too; an empty line is a strong one.
bool may_open_point(const BeforeMark& before, std::size_t end_of_last_mark, const StructureWords& language) {
  if (before.is_region_start() || before.end() == end_of_last_mark) return true;
  if (is_any_of(before.last(), ":;.")) return true;
  const auto word = before.last_word();
  if (is_one_of(word, language.conjunctions) && is_any_of(before.without_last_word().last(), ";:")) return true;
  return before.starts_block() || (before.starts_line() && !cites(before, language));
}

bool follows_conjunction(const BeforeMark& before, const StructureWords& language) {
  return is_one_of(before.last_word(), language.conjunctions) && is_any_of(before.without_last_word().last(), ";:,");
}

// At the start of a line, a full stop or a capital after the number is enough. Inside a line, the number needs a stop,
// and the words before it must end.
bool may_open_paragraph(const BeforeMark& before, std::string_view label, std::string_view rest, bool with_stop,
                        const StructureWords& language) {
  const bool is_tight = !rest.empty() && !is_space(rest.front()) && rest.front() != '(';
  if (rest.empty() || (is_tight && !(with_stop && before.starts_line() && is_upper(rest.front())))) return false;
  rest = trimmed(rest);
  if (rest.empty()) return false;
  const bool opens = begins_sentence(rest.front()) || is_digit(rest.front());
  const auto word = before.last_word();
  const bool goes_on =
      is_one_of(word, language.citing) || is_one_of(word, language.conjunctions) || before.last() == ',';
  if (goes_on && !before.starts_block()) return false;
  const bool has_inner_mark = rest.size() > 1 && is_lower(rest[0]) && is_space(rest[1]);  // "1 a Each Party"
  const bool begins_word = is_letter(rest.front()) || opens_quotation(rest);
  const bool is_decimal = label.find('.') != std::string_view::npos;
  // Not amounts: "1.1 “Test” means", "1.2.1 the", and "2. Fares: 2.1 are equal;".
  const bool is_no_amount =
      std::ranges::count(label, '.') > 1 || !is_letter(rest.front()) || is_any_of(before.last(), ":;");
  const bool is_deep = is_decimal && begins_word && is_no_amount;
  if (before.starts_line())
    return with_stop || has_inner_mark || is_deep || (is_upper(rest.front()) && !is_month(rest, language));
  return with_stop && opens && (before.is_region_start() || is_any_of(before.last(), ".;:)"));
}

bool goes_on_citing(std::string_view rest, const StructureWords& language) {
  // A point has words. Punctuation or a digit after a mark shows that a sentence cites it.
  if (rest.empty() || !(is_letter(rest.front()) || rest.front() == '"')) return true;
  std::size_t size = 0;
  while (size < rest.size() && is_letter(rest[size])) ++size;
  return is_one_of(rest.substr(0, size), language.citing_on);
}

bool begins_words(char c) {
  return is_letter(c) || c == '"' || static_cast<unsigned char>(c) >= 0x80;
}

// A sentence ends with a full stop after a letter and before white space.
bool runs_on_to_semicolon(std::string_view words) {
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    if (words[i] == '.' && is_letter(words[i - 1]) && is_space(words[i + 1])) return false;
  }
  return words.find(';') != std::string_view::npos;
}

}  // namespace treatygraph::ingest
