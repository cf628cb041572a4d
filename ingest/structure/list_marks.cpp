// How marks are found. A scanner tries every byte that may begin a mark: after white space, after another mark, and,
// for an opening bracket, directly after a word or a stop, because typists forget spaces. It reads a label with its
// brackets, and a table of forms (kFormReaders) decides with the words before and after (mark_context) whether the mark
// may open something. A mark of a list inside a sentence is kept only if the list has a second one. Marks in brackets
// that were refused are kept apart: one of them may be the point that a list lacks (missed_marks).

#include "ingest/structure/list_marks.h"

#include <algorithm>
#include <array>
#include <utility>

#include "graph/ascii.h"
#include "graph/numerals.h"
#include "ingest/structure/mark_context.h"
#include "ingest/structure/missed_marks.h"
#include "ingest/text/document_limits.h"
#include "ingest/text/one_of.h"

namespace treatygraph::ingest {
namespace {

bool is_all_lower(std::string_view text) {
  return std::ranges::all_of(text, is_lower);
}

/// The parts of a mark as they are printed.
struct ParsedMark {
  bool is_opened = false;  ///< by '(' or '§'
  std::string label;
  std::string insertion;
  char closed = '\0';  ///< by ')' or '.', or by nothing
  std::size_t after = 0;
};

/// Reads the marks of one body, from left to right.
class Scanner {
 public:
  Scanner(std::string_view text, std::size_t first, std::size_t last, const StructureWords& language)
      : text_(text.substr(0, last)), first_(first), language_(language) {}

  std::vector<ListMark> marks() {
    for (auto at = first_; at < text_.size(); ++at) {
      if (!may_begin(at)) continue;
      const auto printed = read(at);
      if (printed.label.empty()) continue;
      if (take(at, printed)) at = marks_.back().after - 1;
    }
    drop_lone_first_marks();
    return with_missed_marks(std::move(marks_), doubtful_);
  }

 private:
  /// Whether a list inside a sentence has a second mark: it follows in the same sentence, after a semicolon.
  [[nodiscard]] bool has_second(const ListMark& first, const ListMark& next) const {
    const bool is_second = next.form == first.form && next.label == (first.label == "a" ? "b" : "ii");
    return is_second && runs_on_to_semicolon(text_.substr(first.after, next.start - first.after));
  }

  /// Removes the first mark of a list inside a sentence if there is no second one.
  void drop_lone_first_marks() {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < marks_.size(); ++i) {
      const bool is_list = i + 1 < marks_.size() && has_second(marks_[i], marks_[i + 1]);
      if (marks_[i].runs_on && !is_list) continue;
      if (kept < i) marks_[kept] = std::move(marks_[i]);
      ++kept;
    }
    marks_.erase(marks_.begin() + static_cast<std::ptrdiff_t>(kept), marks_.end());
  }

  [[nodiscard]] char at(std::size_t i) const { return i < text_.size() ? text_[i] : '\0'; }

  // A section sign, which has two bytes in UTF-8, may be before a number.
  [[nodiscard]] bool may_begin(std::size_t i) const {
    const char c = text_[i];
    const bool is_section_sign = c == '\xC2' && at(i + 1) == '\xA7';
    if (c != '(' && !is_digit(c) && !is_letter(c) && !is_section_sign) return false;
    return i == first_ || is_space(text_[i - 1]) || i == end_of_last_mark_ || (c == '(' && may_begin_tight(i));
  }

  /// Whether an opening bracket is directly after a word or a stop: "unless:(a)", "; or(d)", "this Protocol(a) ...".
  [[nodiscard]] bool may_begin_tight(std::size_t i) const {
    return is_any_of(text_[i - 1], ":;.") || is_letter(text_[i - 1]);
  }

  /// The mark that begins at a byte; its label is empty if there is none.
  [[nodiscard]] ParsedMark read(std::size_t begin) const {
    ParsedMark printed;
    auto i = begin;
    if (at(i) == '(') {
      printed.is_opened = true;
      ++i;
    } else if (at(i) == '\xC2') {
      for (i += 2; at(i) == ' '; ++i) {
      }
      if (!is_digit(at(i))) return {};
      printed.closed = '.';
    }
    i = read_label(i, printed);
    if (printed.label.empty()) return {};
    i = read_insertion(i, printed);
    if (printed.is_opened && at(i) == ' ' && at(i + 1) == ')') ++i;  // "(c )"
    const bool is_number = is_digit(printed.label.back()) || printed.label == "l";
    const auto stop = at(i) == ' ' && at(i + 1) == '.' && is_number ? i + 1 : i;
    if (at(i) == ')' || at(stop) == '.') {
      printed.closed = at(stop);
      i = stop + 1;
    }
    if (printed.is_opened && printed.closed != ')') return {};
    if (printed.is_opened && at(i) == '.' && is_space(at(i + 1))) ++i;  // "(1). The applicant"
    printed.after = i;
    return printed;
  }

  /// Whether several letters are a word: without a bracket after them, only Roman numerals are marks.
  [[nodiscard]] bool is_word(std::size_t begin, std::size_t end) const {
    return end - begin > 1 && at(end) != ')' &&
           text_.substr(begin, end - begin).find_first_not_of("ivxlcdmIVXLCDM") != std::string_view::npos;
  }

  /// Reads the label: digits, with those after points, or letters. Returns the end of the label, or `i` if there is
  /// none.
  [[nodiscard]] std::size_t read_label(std::size_t i, ParsedMark& printed) const {
    constexpr std::size_t kMostDigits = 3;
    constexpr std::size_t kMostLetters = 5;
    const auto begin = i;
    while (is_digit(at(i))) ++i;
    if (i > begin) {
      if (i - begin > kMostDigits) return begin;
      while (at(i) == '.' && is_digit(at(i + 1))) {
        for (++i; is_digit(at(i));) ++i;
      }
    } else {
      while (is_letter(at(i))) ++i;
      if (i - begin > kMostLetters || (!printed.is_opened && is_word(begin, i))) return begin;
    }
    printed.label = text_.substr(begin, i - begin);
    return i;
  }

  /// Reads "bis" and the like after a label, or the "A" of "2A.". Returns the end.
  [[nodiscard]] std::size_t read_insertion(std::size_t i, ParsedMark& printed) const {
    for (const std::string_view word : {"bis", "ter", "quater", "quinquies", "sexies"}) {
      const auto begin = at(i) == ' ' || at(i) == '-' ? i + 1 : i;
      if (at(begin) != word.front()) continue;
      if (text_.substr(begin, word.size()) != word || is_letter(at(begin + word.size()))) continue;
      printed.insertion = word;
      return begin + word.size();
    }
    const bool is_numbered = is_digit(printed.label.back());
    if (is_numbered && is_letter(at(i)) && is_any_of(at(i + 1), ".)")) {
      printed.insertion = std::string(1, at(i));
      return i + 1;
    }
    return i;
  }

  /// Adds the mark if it may open something; false if it may not.
  bool take(std::size_t begin, const ParsedMark& printed) {
    const BeforeMark before(text_, first_, begin);
    ListMark mark;
    mark.start = begin;
    mark.after = printed.after;
    mark.at_line_start = before.starts_line();
    mark.after_mark = before.end() == end_of_last_mark_;
    mark.after_colon = before.last() == ':';
    mark.after_stop = before.last() == '.';
    mark.after_conjunction = follows_conjunction(before, language_);
    mark.in_sentence = !before.starts_block() && !mark.after_mark && !is_any_of(before.last(), ".:;,");
    mark.label = printed.label;
    mark.insertion = printed.insertion;
    mark.is_opened = printed.is_opened;
    const auto form = form_of(printed, before, mark);
    if (!form) {
      mark.form = Form::Bracketed;
      if (may_be_missed(printed, before)) doubtful_.push_back(std::move(mark));
      return false;
    }
    mark.form = *form;
    mark.is_unstopped = printed.closed == '\0';
    if (!mark.runs_on) end_of_last_mark_ = mark.after;  // otherwise it may not be a mark
    marks_.push_back(std::move(mark));
    check_limit(marks_.size(), kMostMarks, "marks such as \"1.\" or \"(a)\" in one article or annex");
    return true;
  }

  /// Whether a bracket directly after a word opens a list: "For the purposes of this Protocol(a) ...". Whether a "(b)"
  /// follows is checked by the reader of the body.
  [[nodiscard]] bool opens_list_tight(const ParsedMark& printed, const BeforeMark& before, const ListMark& mark) const {
    const bool is_tight =
        before.end() == mark.start && is_letter(before.last()) && !is_one_of(before.last_word(), language_.citing);
    if (is_tight && mark.after_conjunction) return true;  // "by the Enterprise, and(b) ..."
    return is_tight && (printed.label == "a" || printed.label == "i" || printed.label == "1");
  }

  /// Whether "(a)" opens a list inside a sentence: "The Parties shall (a) meet; (b) talk", but not "under (a)" and
  /// "those in (a) and (b)".
  [[nodiscard]] bool opens_list_in_sentence(const ParsedMark& printed, const BeforeMark& before,
                                            std::string_view rest) const {
    const bool is_first = printed.label == "a" || printed.label == "i";
    return is_first && is_letter(before.last()) && !cites(before, language_) &&
           !goes_on_citing(trimmed(rest.substr(0, 20)), language_);
  }

  /// Whether a refused mark may still be a point, if it is the only one that its list lacks: "a share of 70 per cent
  /// (d) The first period", "(excluding insurance)\n(e) Acceptance".
  [[nodiscard]] bool may_be_missed(const ParsedMark& printed, const BeforeMark& before) const {
    constexpr std::size_t kMostDoubtful = 1'000;  // each is compared with the others
    constexpr std::size_t kLongestMark = 8;
    if (printed.closed != ')' || !(printed.is_opened || before.starts_line())) return false;
    const auto rest = text_.substr(printed.after, 24);
    const auto words = trimmed(rest);
    const bool opens_words = !words.empty() && begins_words(words.front()) && !goes_on_citing(words, language_);
    const bool opens_mark = words.starts_with("(i)") || words.starts_with("(1)");
    const auto near = text_.substr(0, before.end());
    const auto bracket = near.rfind('(');
    const bool is_after_words = before.last() == ')' && before.starts_line() && bracket != std::string_view::npos &&
                                near.size() - bracket > kLongestMark;
    return (opens_words || opens_mark) && (is_after_words || !cites(before, language_)) &&
           doubtful_.size() < kMostDoubtful;
  }

  /// Whether a mark is the second of a list that a colon announces and whose points have no stop between them, as in
  /// tables that became text: "shall be: (i) years 1 to 10: two per cent (ii) later years: four per cent".
  [[nodiscard]] bool is_second_unparted(const ParsedMark& printed, const BeforeMark& before,
                                        std::string_view rest) const {
    constexpr std::size_t kLongest = 200;
    if (marks_.empty() || !marks_.back().after_colon || !is_letter(before.last())) return false;
    const auto& first = marks_.back();
    const bool is_second =
        (first.label == "i" && printed.label == "ii") || (first.label == "a" && printed.label == "b");
    const auto point = text_.substr(first.after, before.end() - first.after);
    return is_second && point.size() <= kLongest && point.find_first_of(".;") == std::string_view::npos &&
           !cites(before, language_) && !goes_on_citing(trimmed(rest.substr(0, 20)), language_);
  }

  [[nodiscard]] std::optional<ListMark::Form> form_of(const ParsedMark& printed, const BeforeMark& before,
                                                      ListMark& mark) const;

 public:
  using Form = ListMark::Form;

  /// Reads the form "(a)", "b)", "(2)". Sets `mark.runs_on` for a list inside a sentence.
  [[nodiscard]] std::optional<Form> bracketed(const ParsedMark& printed, const BeforeMark& before,
                                              ListMark& mark) const {
    if (printed.closed != ')') return std::nullopt;
    const auto rest = text_.substr(printed.after);
    const bool is_first = before.starts_line() || mark.after_mark;
    const bool is_tight = printed.is_opened && !rest.empty() && begins_words(rest.front()) &&
                          (is_any_of(before.last(), ":;") || mark.after_conjunction);
    const bool is_free =
        rest.empty() || is_space(rest.front()) || is_tight || (is_first && !is_any_of(rest.front(), ",.;:)"));
    const bool may_open = printed.is_opened
                              ? may_open_point(before, end_of_last_mark_, language_) ||
                                    opens_list_tight(printed, before, mark) || is_second_unparted(printed, before, rest)
                              : is_first && (mark.after_mark || may_open_point(before, end_of_last_mark_, language_));
    mark.runs_on = !may_open && printed.is_opened && opens_list_in_sentence(printed, before, rest);
    return is_free && (may_open || mark.runs_on) ? std::optional(Form::Bracketed) : std::nullopt;
  }

  /// Reads the form "2.", "2" before a capital, "2.1", "§ 2".
  [[nodiscard]] std::optional<Form> numbered(const ParsedMark& printed, const BeforeMark& before,
                                             ListMark& mark) const {
    const bool with_stop = printed.closed == '.';
    const bool is_number = is_digit(printed.label.front());
    const bool is_typed_one = printed.label == "l" && with_stop && before.starts_line();  // typists wrote 1 as l
    if (printed.closed == ')' || (!is_number && !is_typed_one)) return std::nullopt;
    if (!may_open_paragraph(before, printed.label, text_.substr(printed.after), with_stop, language_))
      return std::nullopt;
    if (!is_number) mark.label = "1";
    return printed.label.find('.') == std::string::npos ? Form::Number : Form::Decimal;
  }

  /// Reads the form "a." or "a" alone.
  [[nodiscard]] std::optional<Form> lettered(const ParsedMark& printed, const BeforeMark& before,
                                             ListMark& mark) const {
    if (printed.closed == ')' || is_digit(printed.label.front())) return std::nullopt;
    const auto rest = text_.substr(printed.after);
    const bool is_first = before.starts_line() || mark.after_mark;
    const bool is_mark = printed.label.size() == 1 || roman_value(printed.label);
    const bool is_free = !rest.empty() && is_space(rest.front());
    const bool may_open = mark.after_mark || may_open_point(before, end_of_last_mark_, language_);
    if (!is_mark || !is_free || !is_first || !may_open) return std::nullopt;
    if (printed.closed == '.') return Form::Stopped;
    return is_all_lower(printed.label) ? std::optional(Form::Bare) : std::nullopt;
  }

 private:
  std::string_view text_;
  std::size_t first_;
  const StructureWords& language_;
  std::size_t end_of_last_mark_ = std::string_view::npos;
  std::vector<ListMark> marks_;
  std::vector<ListMark> doubtful_;  ///< those that may_be_missed()
};

/// A form, and the function that reads it. The function returns nothing if the mark does not have this form.
struct FormReader {
  MarkForm form;
  std::optional<ListMark::Form> (Scanner::*read)(const ParsedMark&, const BeforeMark&, ListMark&) const = nullptr;
};

/// All forms, in the order in which they are tried.
constexpr std::array kFormReaders = {
    FormReader{{"brackets",
                "[ \"(\" ] label \")\"",
                {{{"(a) meet;\n(b) talk.", "a b"},
                  {"b) meet;\nc) talk.", "b c"},
                  {"pursuant to paragraph 1 (a) and (b)", ""}}}},
               &Scanner::bracketed},
    FormReader{{"number",
                "[ \"§\" ] number { \".\" number } [ \".\" ]",
                {{{"1. Each Party shall meet.\n2. It shall talk.", "1 2"},
                  {"2.1 \"Boat\" means a boat.", "2.1"},
                  {"1 January", ""}}}},
               &Scanner::numbered},
    FormReader{{"letter", "letter [ \".\" ]", {{{"a. meet;\nb. talk.", "a b"}, {"a meet;\nb talk.", "a b"}}}},
               &Scanner::lettered}};

std::optional<ListMark::Form> Scanner::form_of(const ParsedMark& printed, const BeforeMark& before,
                                               ListMark& mark) const {
  for (const auto& reader : kFormReaders) {
    if (const auto form = (this->*reader.read)(printed, before, mark)) return form;
  }
  return std::nullopt;
}

}  // namespace

std::vector<ListMark> find_list_marks(std::string_view text, std::size_t first, std::size_t last,
                                      const StructureWords& language) {
  return Scanner(text, first, last, language).marks();
}

std::vector<MarkForm> mark_forms() {
  std::vector<MarkForm> all;
  for (const auto& reader : kFormReaders) all.push_back(reader.form);
  return all;
}

}  // namespace treatygraph::ingest
