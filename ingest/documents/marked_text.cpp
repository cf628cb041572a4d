// The headings of marked formats are known, so they are not found again by their layout. Their numbers are still read
// from print, in the many forms in which publishers write them, because eIds and series of numbers are made from them.
// All words go through clean_text(), so that characters are the same as in documents from other formats.

#include "ingest/documents/marked_text.h"

#include <algorithm>

#include <fmt/format.h>
#include <re2/re2.h>

#include "graph/numerals.h"
#include "ingest/documents/clean_text.h"
#include "ingest/text/lines.h"
#include "ingest/text/numerals.h"

namespace treatygraph::ingest {
namespace {

/// The last number that is printed in a heading: "3.12" of "ARTICLE 3.12", "G-05" of "Article G-05", "IV" of "Chapter
/// IV:". Words become digits: "21" of "Article twenty-one". Empty if there is no number.
std::string number_in(std::string_view printed) {
  static const RE2 pattern(
      R"((?:^|[\s–—-])((?:[A-Z]{1,2}-)?\d{1,4}(?:[.-]\d{1,4})*(?:[.-][A-Z]\b)?(?:\s?(?:bis|ter|quater|quinquies|sexies|septies|octies|novies|[A-Z])\b)?|[IVXLC]+(?:[.-]\d{1,3})*|[A-Z](?:-\d{1,3})?)\W*$)");
  std::string number;
  if (RE2::PartialMatch(re2::StringPiece(printed.data(), printed.size()), pattern, &number)) return number;
  static const RE2 last_words(R"(((?:\pL+[\s-]+)?\pL+)\W*$)");
  std::string words;
  if (!RE2::PartialMatch(re2::StringPiece(printed.data(), printed.size()), last_words, &words)) return {};
  const auto last = words.substr(words.find_last_of(" \t\n") + 1);
  const auto in_both = word_value(fold(words));
  const auto value = in_both ? in_both : word_value(last);
  return value ? std::to_string(*value) : std::string();
}

/// The number as it is written in an eId. Akoma Ntoso separates the levels of a number by '-': "3.12" becomes "3-12".
std::string in_eid(std::string number) {
  std::ranges::replace(number, '.', '-');
  std::erase(number, ' ');
  return number;
}

/// The value of a number or of a part of it. "C", "D", "L" and "M" alone are letters and not Roman numerals: Annex C is
/// followed by Annex D.
int value_of(std::string_view number) {
  if (const auto value = digits_value(number.substr(0, number.find_first_not_of("0123456789")))) return *value;
  // Numerals of I, V and X only are Roman; "C" or "L" is a letter.
  const bool is_small_roman = number.find_first_not_of("IVX") == std::string_view::npos;
  const auto letter = is_small_roman ? std::nullopt : letter_value(number);
  return letter ? *letter : roman_value(number).value_or(0);
}

/// Sets the values of a heading by which series are counted: 3 and 12 of "3-12", 8 and 9 of "H-09", 0 and 8 of "8bis".
void read_values(Heading& heading) {
  const std::string_view number = heading.num;
  const auto first = number.substr(0, number.find('-'));
  const auto last = number.substr(number.rfind('-') + 1);
  heading.value = value_of(last);
  if (first.size() < number.size()) heading.chapter = letter_value(first).value_or(value_of(first));
}

}  // namespace

void add_heading(MarkedText& marked, ProvisionKind kind, std::string_view printed, std::string_view words) {
  Heading heading;
  heading.kind = kind;
  heading.num = in_eid(number_in(printed));
  if (heading.num.empty()) return add_block(marked, fmt::format("{} {}", printed, words));
  read_values(heading);
  marked.text += "\n";
  heading.start = marked.text.size();
  marked.text += clean_text(printed, Lines::OfMarks).text;
  heading.after = marked.text.size();
  marked.text += "\n";
  const auto clean = fold(clean_text(words, Lines::OfMarks).text);
  if (!clean.empty()) marked.text += clean + "\n";
  marked.text += "\n";
  heading.given = HeadingWords{clean, marked.text.size(), {}};
  marked.headings.push_back(std::move(heading));
}

void add_block(MarkedText& marked, std::string_view words) {
  marked.text += clean_text(words, Lines::OfMarks).text;
  marked.text += "\n";
}

void add_unmarked(MarkedText& marked, std::string_view words) {
  const auto first = marked.text.size();
  add_block(marked, words);
  const auto added = std::string_view(marked.text).substr(first);
  for (auto& heading : find_headings(added).all) {
    if (heading.kind == ProvisionKind::Annex) continue;
    heading.start += first;
    heading.after += first;
    marked.headings.push_back(std::move(heading));
  }
}

}  // namespace treatygraph::ingest
