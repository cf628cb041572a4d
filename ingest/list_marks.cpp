#include "ingest/list_marks.h"

#include <algorithm>
#include <array>
#include <cctype>

#include <re2/re2.h>

#include "ingest/numerals.h"

namespace treatygraph::ingest {
namespace {

bool is_space(char c) {
  return std::isspace(static_cast<unsigned char>(c)) != 0;
}

bool is_lower(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
}

/// What the text before a mark ends in, white space aside.
class Before {
 public:
  Before(std::string_view text, std::size_t region, std::size_t at) : text_(text), region_(region), end_(at) {
    while (end_ > region_ && is_space(text_[end_ - 1])) {
      line_ends_ += text_[end_ - 1] == '\n' ? 1U : 0U;
      --end_;
    }
  }

  [[nodiscard]] bool starts_line() const { return line_ends_ > 0 || is_region_start(); }
  [[nodiscard]] bool starts_block() const { return line_ends_ > 1 || is_region_start(); }
  [[nodiscard]] bool is_region_start() const { return end_ == region_; }
  [[nodiscard]] std::size_t end() const { return end_; }
  [[nodiscard]] char last() const { return end_ == region_ ? '\0' : text_[end_ - 1]; }
  [[nodiscard]] std::string_view last_word() const {
    auto first = end_;
    while (first > region_ && std::isalpha(static_cast<unsigned char>(text_[first - 1])) != 0) --first;
    return text_.substr(first, end_ - first);
  }
  [[nodiscard]] Before without_last_word() const { return {text_, region_, end_ - last_word().size()}; }

 private:
  std::string_view text_;
  std::size_t region_;
  std::size_t end_;
  std::size_t line_ends_ = 0;
};

bool is_one_of(char c, std::string_view characters) {
  return c != '\0' && characters.find(c) != std::string_view::npos;
}

constexpr std::array<std::string_view, 10> kCitingWords = {
    "and", "or", "to", "article", "articles", "paragraph", "paragraphs", "under", "subparagraph", "subparagraphs"};

/// "... any vessel; and (b)" and "... shall: (a)" open points; "paragraph 1 (a)" and "(a), (b) and (c)" do not.
bool may_open_point(const Before& before, std::size_t end_of_last_mark) {
  if (before.is_region_start() || before.end() == end_of_last_mark) return true;
  if (is_one_of(before.last(), ":;.")) return true;
  const auto word = before.last_word();
  const auto earlier = word == "and" || word == "or" ? before.without_last_word() : before;
  if (is_one_of(earlier.last(), ";:")) return true;
  if (before.starts_block()) return true;
  const bool cites = earlier.last() == ')' || std::ranges::find(kCitingWords, word) != kCitingWords.end();
  return before.starts_line() && !cites;
}

bool may_open_paragraph(const Before& before, std::string_view rest, bool with_stop) {
  if (rest.empty() || !(is_space(rest.front()) || rest.front() == '(')) return false;
  while (!rest.empty() && is_space(rest.front())) rest.remove_prefix(1);
  if (rest.empty()) return false;
  const auto next = static_cast<unsigned char>(rest.front());
  const bool opens =
      std::isupper(next) != 0 || next == '(' || next == '"' || next == '[' || next >= 0x80 || std::isdigit(next) != 0;
  const bool cites = std::ranges::find(kCitingWords, before.last_word()) != kCitingWords.end() || before.last() == ',';
  if (cites && !before.starts_block()) return false;
  if (before.starts_line()) return with_stop || (std::isupper(next) != 0);
  return with_stop && opens && (before.is_region_start() || is_one_of(before.last(), ".;:)"));
}

}  // namespace

std::vector<ListMark> find_list_marks(std::string_view text, std::size_t first, std::size_t last) {
  static const RE2 bracketed(R"(^\(([A-Za-z]{1,5}|\d{1,2})\)(?:\s|$))");
  static const RE2 closed(R"(^([a-z]{1,4}|\d{1,2})\)\s)");
  static const RE2 numbered(R"(^(\d{1,3}|l)(\s?\.|\s))");  // a typist's l is a 1
  std::vector<ListMark> marks;
  std::size_t end_of_last_mark = std::string_view::npos;
  for (auto at = first; at < last; ++at) {
    const bool word_starts = at == first || is_space(text[at - 1]) || at == end_of_last_mark ||
                             (text[at] == '(' && is_one_of(text[at - 1], ":;"));
    const char c = text[at];
    if (!word_starts || (c != '(' && std::isalnum(static_cast<unsigned char>(c)) == 0)) continue;
    const re2::StringPiece rest(text.data() + at, std::min<std::size_t>(last - at, 16));
    const Before before(text, first, at);
    std::string label;
    std::string stop;
    ListMark mark;
    mark.start = at;
    mark.at_line_start = before.starts_line();
    mark.after_colon = before.last() == ':';
    if (RE2::PartialMatch(rest, bracketed, &label)) {
      if (!may_open_point(before, end_of_last_mark)) continue;
      mark.form = ListMark::Form::Bracketed;
      mark.after = at + label.size() + 2;
    } else if ((before.starts_line() || before.end() == end_of_last_mark) && RE2::PartialMatch(rest, closed, &label)) {
      mark.form = ListMark::Form::Bracketed;
      mark.after = at + label.size() + 1;
    } else if (RE2::PartialMatch(rest, numbered, &label, &stop)) {
      const bool with_stop = stop.ends_with('.');
      const auto after = at + label.size() + (with_stop ? stop.size() : 0);
      if (label == "l" && !(with_stop && before.starts_line())) continue;
      if (!may_open_paragraph(before, text.substr(after, last - after), with_stop)) continue;
      mark.after = after;
      if (label == "l") label = "1";
    } else {
      continue;
    }
    mark.label = std::move(label);
    end_of_last_mark = mark.after;
    at = mark.after - 1;
    marks.push_back(std::move(mark));
  }
  return marks;
}

std::vector<ListPlace> places_of(std::string_view label) {
  std::vector<ListPlace> places;
  if (const auto value = digits_value(label)) return {{ListStyle::Digits, *value}};
  const bool lower = is_lower(label);
  if (const auto value = letter_value(label))
    places.push_back({lower ? ListStyle::Letters : ListStyle::Capitals, *value});
  if (const auto value = roman_value(label)) {
    places.push_back({lower ? ListStyle::Romans : ListStyle::CapitalRomans, *value});
  }
  if (label.size() == 2 && label[0] == label[1] && lower) {
    places.push_back({ListStyle::DoubleLetters, *letter_value(label.substr(0, 1))});
    places.push_back({ListStyle::Letters, 26 + *letter_value(label.substr(0, 1))});
  }
  return places;
}

}  // namespace treatygraph::ingest
