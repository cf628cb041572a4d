// How the body of an article is divided. find_list_marks() gives every mark that might open something. They are taken
// in text order, and the sequence of numbers and letters decides, not the typography, because every secretariat prints
// lists differently:
// - "2.1" opens a paragraph if it follows the last decimal number, or the number of the article or paragraph.
// - A mark opens a paragraph if it is the first or the next number of the paragraphs.
// - Otherwise it opens a point if it continues an open list, innermost first, or may begin a new list inside the last
//   point.
// - All other marks are part of the text.
// "(i)" may be the letter after (h) or a Roman one, so each mark is tried in all its meanings (places_of), and marks
// that may be words, such as "a" and "I.", open a list only if a second one follows.
// A list must also end. Text after the last point belongs to the provision that contains the list if it begins a new
// block (close_before_tail), a new sentence after a list inside one sentence (close_with_sentence), or the main clause
// of a sentence that began before the list (close_before_clause).

#include "ingest/structure/body_reader.h"

#include <algorithm>
#include <iterator>
#include <string>

#include <re2/re2.h>

#include "graph/numerals.h"
#include "ingest/structure/captions.h"
#include "ingest/structure/note_numbers.h"
#include "ingest/structure/quoted_amendments.h"
#include "ingest/text/lines.h"
#include "ingest/text/pattern_piece.h"

namespace treatygraph::ingest {
namespace {

using Form = ListMark::Form;

bool is_roman_one(const std::vector<ListPlace>& places) {
  return std::ranges::any_of(places, [](const ListPlace& p) { return p.style == ListStyle::Romans && p.value == 1; });
}

/// Marks that may be words as well: "a", "A." and "I." must have a successor to open a list.
bool is_doubtful(const ListMark& mark) {
  return mark.form == Form::Bare || mark.form == Form::Stopped || mark.is_unstopped;
}

// "2.1.3" as {2, 1, 3}.
std::vector<int> parts_of(std::string_view decimal) {
  std::vector<int> parts;
  while (!decimal.empty()) {
    const auto end = std::min(decimal.find('.'), decimal.size());
    parts.push_back(digits_value(decimal.substr(0, end)).value_or(0));
    decimal.remove_prefix(std::min(end + 1, decimal.size()));
  }
  return parts;
}

/// Whether a decimal number can follow another: 2.1.1 and 2.2 follow 2.1, and 2.2.1 follows 2.1.3; 3.1 does not follow
/// 2.1. One number may be missing.
bool counts_on(const std::vector<int>& next, const std::vector<int>& last) {
  constexpr int kLargestGap = 2;
  const auto depth = static_cast<std::size_t>(std::ranges::mismatch(next, last).in1 - next.begin());
  const bool begins_below = std::all_of(next.begin() + static_cast<std::ptrdiff_t>(std::min(depth + 1, next.size())),
                                        next.end(), [](int part) { return part == 1; });
  if (depth == 0 || depth == next.size() || !begins_below) return false;
  const int before = depth < last.size() ? last[depth] : 0;
  return next[depth] > before && next[depth] <= before + kLargestGap;
}

/// Whether a decimal number can be the first of article 2: 2.1 and 2.1.1, and 2.2 in case 2.1 was lost.
bool is_first_below(const std::vector<int>& parts) {
  const auto second = std::next(parts.begin());
  return counts_on({parts.front(), *second}, {parts.front()}) &&
         std::all_of(std::next(second), parts.end(), [](int part) { return part == 1; });
}

/// Whether a line is longer than any page is wide. The author of such a text ended lines only at paragraphs, so each
/// line is a block.
bool has_unbroken_lines(std::string_view text, std::size_t first, std::size_t last) {
  constexpr std::size_t kWidestPage = 220;
  for (auto at = first; at < last;) {
    const auto end = std::min(text.find('\n', at), last);
    if (end - at > kWidestPage) return true;
    at = end + 1;
  }
  return false;
}

}  // namespace

WritingHabits::WritingHabits(std::string_view text, const StructureWords& words)
    : language(words),
      full_line(full_line_of(text)),
      calls_brackets_paragraphs(RE2::PartialMatch(piece(text), words.sentence.cites_paragraph_in_brackets)),
      quoted(quoted_amendments(text, words)) {}

// The indexes of marks come first, because the decision about a mark may depend on the marks after it.
void BodyReader::read(std::size_t first, std::size_t last) {
  lines_are_paragraphs_ = has_unbroken_lines(text_, first, last);
  numbers_of_notes_ = numbers_at_words(text_.substr(first, last - first));
  auto marks = find_list_marks(text_, first, last, habits_.language);
  std::erase_if(marks, [&](const ListMark& mark) { return is_quoted(habits_.quoted, mark.start); });
  captions_ = captions_among(text_, marks);
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (captions_[i]) continue;
    marks_.add(marks[i], i);
    if (!marks[i].at_line_start) continue;
    marks_at_line_start_.add(marks[i], i);
    if (marks[i].form == Form::Number && !marks[i].is_unstopped) stopped_numbers_.add(marks[i], i);
  }
  for (std::size_t i = 0; i < marks.size(); ++i) {
    take(marks, i);
    if (begins_list_between_points(marks, i + 1)) continue;
    close_with_sentence(marks, i, last);
    close_before_tail(marks, i, last);
    close_before_clause(marks, i, last);
  }
}

// A caption ends the paragraph before it, and opens nothing.
void BodyReader::take(const Marks& marks, std::size_t i) {
  if (captions_[i]) {
    if (paragraphs_.last != kNone) builder_.close(paragraphs_.last, marks[i].start);
    close_lists(marks[i].start);
  } else if (marks[i].form == Form::Decimal) {
    take_decimal(marks[i]);
  } else if (!take_paragraph(marks, i)) {
    take_point(marks, i);
  }
}

/// "2.1" in article 2, or after paragraph 2 of an annex, is a paragraph of its own, because it is cited as "paragraph
/// 2.1". Its number in the eId has hyphens: "2-1".
bool BodyReader::take_decimal(const ListMark& mark) {
  const auto parts = parts_of(mark.label);
  const auto& number = builder_.at(owner_).num;
  const auto above = digits_value(number) ? digits_value(number) : roman_value(number);
  const bool begins =
      is_first_below(parts) && ((decimal_.empty() && parts.front() == above) || parts.front() == paragraphs_.value);
  const bool is_put_in = parts == decimal_ && !mark.insertion.empty();  // 2.2bis
  if (!begins && !is_put_in && (decimal_.empty() || !counts_on(parts, decimal_))) return false;
  decimal_ = parts;
  auto numbered = mark;
  std::ranges::replace(numbered.label, '.', '-');
  open_paragraph(numbered, {paragraphs_.style, paragraphs_.value});
  return true;
}

bool BodyReader::take_paragraph(const Marks& marks, std::size_t i) {
  if (goes_on_with_numbers(marks[i])) return false;
  const auto place = paragraph_place(marks, i);
  if (!place) return false;
  paragraphs_.form = marks[i].form;
  open_paragraph(marks[i], *place);
  return true;
}

/// Whether a number continues a numbered list inside a point: "2." after "1." of an inner list. If a sentence ended
/// before it and it is also the number of the next paragraph, it opens that paragraph.
bool BodyReader::goes_on_with_numbers(const ListMark& mark) const {
  if (mark.form != Form::Number || lists_.empty()) return false;
  const auto& inner = lists_.back();
  const auto value = digits_value(mark.label).value_or(0);
  const bool is_inner = inner.form == Form::Number && value == inner.value + 1;
  const bool is_outer = paragraphs_.form == Form::Number && value == paragraphs_.value + 1;
  return is_inner && !(is_outer && mark.after_stop);
}

/// The place of a mark among the paragraphs, if it opens one. A mark at the start of a line may skip a number, whose
/// mark was lost in scanning.
std::optional<ListPlace> BodyReader::paragraph_place(const Marks& marks, std::size_t i) const {
  constexpr int kLargestGap = 2;
  const auto& mark = marks[i];
  for (const auto& place : places_of(mark.label)) {
    if (paragraphs_.last == kNone) {
      if (opens_paragraphs(marks, i, place)) return place;
      continue;
    }
    if (place.style != paragraphs_.style) continue;
    const bool same_form = mark.form == paragraphs_.form || (mark.form == Form::Number && !mark.is_unstopped);
    if (!same_form && paragraphs_.form != Form::Number) continue;
    if (mark.form != Form::Number && mark.form != paragraphs_.form) continue;
    const bool is_next = place.value == paragraphs_.value + 1;
    const bool is_insertion = place.value == paragraphs_.value && !mark.insertion.empty();
    const bool skips = mark.at_line_start && place.value > paragraphs_.value &&
                       place.value <= paragraphs_.value + kLargestGap && paragraphs_.value > 0;
    if ((is_next || is_insertion || skips) && !may_be_of_note(mark, i, place)) return place;
  }
  return std::nullopt;
}

/// Whether "3 For greater certainty, ..." is a footnote in a body whose paragraphs are numbered "1.". It is one if a
/// word carries that number, if it skips a number and a word carries the number before, or if the next paragraph or the
/// paragraph of that number comes later.
bool BodyReader::may_be_of_note(const ListMark& mark, std::size_t i, const ListPlace& place) const {
  if (!mark.is_unstopped || !paragraphs_.is_stopped) return false;
  const auto comes_later = [&](int value) {
    return stopped_numbers_.next(Form::Number, {place.style, value}, i) != MarkIndex::kNowhere;
  };
  const bool follows_note = place.value > paragraphs_.value + 1 && numbers_of_notes_.contains(place.value - 1);
  return follows_note || numbers_of_notes_.contains(place.value) || comes_later(place.value) ||
         comes_later(paragraphs_.value + 1);
}

/// Whether a mark is that of the first paragraph. "1." is; "2." is if "3." follows and the first paragraph has no
/// number. "(1)" is unless a colon announces a list, or anyway if the text calls such units paragraphs. "A." or "I." is
/// if it has a successor.
bool BodyReader::opens_paragraphs(const Marks& marks, std::size_t i, const ListPlace& place) const {
  const auto& mark = marks[i];
  constexpr int kLostFirst = 2;
  if (!lists_.empty()) return false;
  if (mark.form == Form::Number && place.value == kLostFirst && !mark.is_unstopped) {
    return has_successor(marks, i, place);
  }
  if (place.value != 1) return false;
  if (mark.form == Form::Number) return !mark.is_unstopped || has_successor(marks, i, place);
  if (mark.form == Form::Bracketed) {
    return place.style == ListStyle::Digits && (!mark.after_colon || habits_.calls_brackets_paragraphs);
  }
  const bool is_capital = place.style == ListStyle::Capitals || place.style == ListStyle::CapitalRomans;
  return mark.form == Form::Stopped && is_capital && has_successor(marks, i, place);
}

/// The open list that a mark continues, innermost first; only lists with the same brackets if `looks_alike`.
std::optional<std::size_t> BodyReader::list_that_goes_on(const ListMark& mark, ListPlace& place,
                                                         bool looks_alike) const {
  const auto places = places_of(mark.label);
  for (auto depth = lists_.size(); depth-- > 0;) {
    const auto& list = lists_[depth];
    if (looks_alike && (list.form != mark.form || list.is_opened != mark.is_opened)) continue;
    for (const auto& candidate : places) {
      const bool is_next = candidate.value == list.value + 1;
      const bool is_insertion = candidate.value == list.value && !mark.insertion.empty();
      const bool same_form = !is_doubtful(mark) || mark.form == list.form;
      const bool begins_instead =
          mark.after_colon && candidate.value != 1 && is_roman_one(places) && depth + 1 == lists_.size();
      if (candidate.style != list.style || !same_form || begins_instead || !(is_next || is_insertion)) continue;
      place = candidate;
      return depth;
    }
  }
  return std::nullopt;
}

// The order matters: a mark continues an open list if it can. Only then may it begin a list, and only then may it skip
// a place.
std::optional<std::size_t> BodyReader::list_for(const Marks& marks, std::size_t i, ListPlace& place) const {
  const auto& mark = marks[i];
  const auto places = places_of(mark.label);
  if (const auto depth = list_that_goes_on(mark, place, has_inner_letters())) return depth;
  for (const auto& candidate : places) {
    if (!may_begin_list(marks, i, candidate)) continue;
    place = candidate;
    return lists_.size();
  }
  return skipped_list_for(mark, place);
}

// A list begins with 1, a or i. A second list of a style that is already open would be ambiguous, except letters under
// Roman numerals.
bool BodyReader::may_begin_list(const Marks& marks, std::size_t i, const ListPlace& place) const {
  const auto& mark = marks[i];
  const bool known = std::ranges::any_of(lists_, [&](const List& list) { return list.style == place.style; });
  if (place.value != 1 || (known && !is_letter_under_roman(marks, i, place))) return false;
  if (mark.form == Form::Number) {
    const bool has_numbers = paragraphs_.last != kNone && paragraphs_.form == Form::Number;
    return !mark.is_unstopped && (mark.after_colon || !has_numbers);
  }
  if (mark.form == Form::Bare && !mark.after_colon && !mark.after_mark) return false;
  return !(is_doubtful(mark) || mark.in_sentence) || has_successor(marks, i, place);
}

/// Letters under Roman numerals: "a." or "a)" below (i), if the outer points are (a) and (b). Only the different
/// brackets show that "a)" is not in the outer list.
bool BodyReader::is_letter_under_roman(const Marks& marks, std::size_t i, const ListPlace& place) const {
  const auto& mark = marks[i];
  const bool is_letter = place.style == ListStyle::Letters && mark.at_line_start && !mark.is_opened;
  if (!is_letter || lists_.back().style != ListStyle::Romans || has_inner_letters()) return false;
  const bool looks_other = std::ranges::all_of(lists_, [&](const List& list) {
    return list.style != ListStyle::Letters || list.form != mark.form || list.is_opened != mark.is_opened;
  });
  return looks_other && has_successor(marks, i, place);
}

/// Whether lists of letters are nested. Then the brackets show which of them continues.
bool BodyReader::has_inner_letters() const {
  return std::ranges::count(lists_, ListStyle::Letters, &List::style) > 1;
}

/// Whether the next number or letter in the same form follows before the next paragraph starts.
bool BodyReader::has_successor(const Marks& marks, std::size_t i, const ListPlace& place) const {
  const auto successor = marks_.next(marks[i].form, {place.style, place.value + 1}, i);
  return successor != MarkIndex::kNowhere && successor <= next_paragraph(i);
}

/// The index of the mark of the next paragraph, or kNowhere.
std::size_t BodyReader::next_paragraph(std::size_t i) const {
  const ListPlace place{ListStyle::Digits, paragraphs_.value + 1};
  return paragraphs_.last == kNone ? MarkIndex::kNowhere : marks_at_line_start_.next(Form::Number, place, i);
}

/// The list that a mark continues if it skips one place, because the mark before it was lost or misread. Only at the
/// start of a line or after "; or".
std::optional<std::size_t> BodyReader::skipped_list_for(const ListMark& mark, ListPlace& place) const {
  if (!(mark.at_line_start || mark.after_conjunction) || is_doubtful(mark)) return std::nullopt;
  const auto places = places_of(mark.label);
  for (auto depth = lists_.size(); depth-- > 0;) {
    for (const auto& candidate : places) {
      if (candidate.style != lists_[depth].style || candidate.value != lists_[depth].value + 2) continue;
      place = candidate;
      return depth;
    }
  }
  return std::nullopt;
}

void BodyReader::open_paragraph(const ListMark& mark, const ListPlace& place) {
  if (paragraphs_.last != kNone) builder_.close(paragraphs_.last, mark.start);
  if (paragraphs_.last == kNone) paragraphs_.is_stopped = mark.form == Form::Number && !mark.is_unstopped;
  close_lists(mark.start);
  paragraphs_.style = place.style;
  paragraphs_.value = place.value;
  paragraphs_.last = builder_.open(owner_, ProvisionKind::Paragraph, mark.num(), mark.start, mark.after);
}

// `runs_on` and `awaits_clause` of all points of a list are those of its first point.
void BodyReader::take_point(const Marks& marks, std::size_t i) {
  const auto& mark = marks[i];
  ListPlace place{};
  const auto depth = list_for(marks, i, place);
  if (!depth) return;
  const auto awaiting = *depth < lists_.size() ? std::optional(lists_[*depth].awaits_clause) : std::nullopt;
  const bool runs_on = *depth < lists_.size() ? lists_[*depth].runs_on : mark.runs_on;
  close_deeper(*depth, mark.start);
  const auto whole = !lists_.empty() ? lists_.back().last : paragraphs_.last != kNone ? paragraphs_.last : owner_;
  const bool goes_on = awaiting ? *awaiting : awaits_clause(whole, mark.start);
  const auto point = builder_.open(whole, ProvisionKind::Point, mark.num(), mark.start, mark.after);
  lists_.push_back({mark.form, mark.is_opened, place.style, place.value, point, runs_on, goes_on});
}

void BodyReader::close_lists(std::size_t end) {
  close_deeper(0, end);
}

/// Closes the list at `depth` and those inside it.
void BodyReader::close_deeper(std::size_t depth, std::size_t end) {
  if (depth >= lists_.size()) return;
  builder_.close(lists_[depth].last, end);
  lists_.resize(depth);
}

/// A separate block after a list is the unnumbered tail of the provision that contains the list. If the list continues
/// after the block, the block is another paragraph of the last point.
void BodyReader::close_before_tail(const Marks& marks, std::size_t i, std::size_t last) {
  if (lists_.empty()) return;
  const auto end = i + 1 < marks.size() ? marks[i + 1].start : last;
  auto block = written_block_at(marks[i].after, end);
  while (block.last < end) {
    const auto next = written_block_at(block.last, end);
    if (next.size() == 0) return;
    const char stop = block.size() == 0 ? ':' : text_[block.last - 1];
    const bool is_tail = (stop == '.' || stop == ';' || stop == ',') && !ends_with_conjunction(block.first, block.last);
    if (is_tail) return close_deeper(lists_that_go_on(marks, i + 1), next.first);
    block = next;
  }
}

/// Whether the words before a list are half a sentence: "Where a Party uses a system that:".
bool BodyReader::awaits_clause(std::size_t whole, std::size_t end) {
  constexpr std::size_t kLongest = 1'000;
  const auto words = text_.substr(builder_.at(whole).body, end - builder_.at(whole).body);
  if (words.size() > kLongest) return false;
  return RE2::FullMatch(piece(words), habits_.language.sentence.half_sentence) &&
         !RE2::PartialMatch(piece(words), habits_.language.sentence.whole_sentence);
}

/// Ends a list inside one sentence, "shall (a) meet; (b) talk. It shall report", at the next sentence, which belongs to
/// the provision that contains the list.
void BodyReader::close_with_sentence(const Marks& marks, std::size_t i, std::size_t last) {
  if (lists_.empty() || !lists_.back().runs_on) return;
  static const RE2 next_sentence(R"([a-z)]{2}\.\s+([A-Z]))");
  const auto end = i + 1 < marks.size() ? marks[i + 1].start : last;
  re2::StringPiece found;
  const re2::StringPiece words(text_.data() + marks[i].after, end - marks[i].after);
  if (!RE2::PartialMatch(words, next_sentence, &found)) return;
  close_deeper(lists_.size() - 1, static_cast<std::size_t>(found.data() - text_.data()));
}

/// Ends a list inside half a sentence before the main clause, which may be on the line of the last point: "(ii) is not
/// connected with another, that Party may ...".
void BodyReader::close_before_clause(const Marks& marks, std::size_t i, std::size_t last) {
  if (lists_.empty() || !lists_.back().awaits_clause || lists_that_go_on(marks, i + 1) >= lists_.size()) return;
  const auto end = i + 1 < marks.size() ? marks[i + 1].start : last;
  re2::StringPiece found;
  const auto words = piece(text_.substr(marks[i].after, end - marks[i].after));
  if (!RE2::PartialMatch(words, habits_.language.sentence.next_clause, &found)) return;
  close_deeper(lists_.size() - 1, static_cast<std::size_t>(found.data() - text_.data()));
}

/// The block from the first word at or after `at`. A line that ends a sentence well before the page width also ends the
/// block, because many texts have no empty lines between paragraphs.
LineRange BodyReader::written_block_at(std::size_t at, std::size_t end) const {
  auto block = block_at(text_, at, end);
  const auto words = text_.substr(0, block.last);
  if (lines_are_paragraphs_) {
    block.last = std::min(words.find('\n', block.first), block.last);
    return block;
  }
  for (auto line_end = words.find('\n', block.first); line_end < block.last;
       line_end = words.find('\n', line_end + 1)) {
    if (ends_short(line_around(text_, line_end - 1))) {
      block.last = line_end;
      break;
    }
  }
  return block;
}

/// Whether a line ends a sentence or an item well before the page width, so that the next line starts something new.
bool BodyReader::ends_short(const LineRange& line) const {
  const auto words = trimmed(text_.substr(line.first, line.size()));
  if (words.empty() || std::string_view(".;").find(words.back()) == std::string_view::npos) return false;
  constexpr std::size_t kShortBy = 22;  // in a narrow column a list's own indentation takes a quarter of the line
  return line.size() < habits_.full_line * 3 / 4 && line.size() + kShortBy <= habits_.full_line;
}

/// How many open lists stay open at the mark at `i`: 0 if it opens a paragraph, a new list or nothing.
std::size_t BodyReader::lists_that_go_on(const Marks& marks, std::size_t i) const {
  if (i >= marks.size() || marks[i].form == Form::Decimal || captions_[i]) return 0;
  if (!goes_on_with_numbers(marks[i]) && paragraph_place(marks, i)) return 0;
  ListPlace place{};
  const auto depth = list_for(marks, i, place);
  return depth && *depth < lists_.size() ? *depth + 1 : 0;
}

/// Whether the mark at `i` starts a new list inside the last open point.
bool BodyReader::begins_list(const Marks& marks, std::size_t i) const {
  if (lists_.empty() || i >= marks.size() || marks[i].form == Form::Decimal || captions_[i]) return false;
  if (!goes_on_with_numbers(marks[i]) && paragraph_place(marks, i)) return false;
  ListPlace place{};
  return list_for(marks, i, place) == lists_.size();
}

/// Whether a list starts at `i` between two points of another list. Such a list, with (i) between (b) and (c), belongs
/// to (b), whatever text is before it.
bool BodyReader::begins_list_between_points(const Marks& marks, std::size_t i) const {
  if (!begins_list(marks, i)) return false;
  const auto& list = lists_.back();
  const auto next = marks_.next(list.form, {list.style, list.value + 1}, i);
  return next != MarkIndex::kNowhere && next < marks_.next(list.form, {list.style, 1}, i) && next <= next_paragraph(i);
}

// "; and" at the end of a block: another point follows.
bool BodyReader::ends_with_conjunction(std::size_t first, std::size_t last) const {
  const auto words = text_.substr(first, last - first);
  return std::ranges::any_of(habits_.language.conjunctions, [&](std::string_view conjunction) {
    return words.ends_with(conjunction) && words.substr(0, words.size() - conjunction.size()).ends_with("; ");
  });
}

}  // namespace treatygraph::ingest
