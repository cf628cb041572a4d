// One pattern is matched at the end of the words. The keyword must follow a stop or a line end, and the heading must
// not contain a stop, so a sentence that ends with "Part I" is not taken for it.

#include "ingest/documents/trailing_division.h"

#include <algorithm>

#include <fmt/format.h>
#include <re2/re2.h>

#include "graph/numerals.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {
namespace {

/// A string_view of a StringPiece.
std::string_view view(const re2::StringPiece& text) {
  return {text.data(), text.size()};
}

ProvisionKind kind_of(char initial) {
  return initial == 'P'   ? ProvisionKind::Part
         : initial == 'S' ? ProvisionKind::Section
         : initial == 'T' ? ProvisionKind::Title
                          : ProvisionKind::Chapter;
}

/// The value of a number in digits or Roman numerals; 0 if it is none.
int division_value(std::string_view number) {
  if (const auto value = digits_value(number)) return *value;
  return roman_value(number).value_or(0);
}

}  // namespace

TrailingDivision trailing_division(std::string_view words) {
  static const RE2 pattern(
      R"((?s)(?:^|[.;:)=\n])\s*((PART|Part|CHAPTER|Chapter|SECTION|Section|TITLE|Title)\s+([IVXLC]+|\d{1,2}|[A-Z]\b)\.?\s*(?:[:–—-]\s*)?([A-Z][^.;]*?))(?:SUB-?SECTION\s+[A-Z]\..*)?\s*=*\s*$)");
  constexpr std::size_t kLongest = 200;  // bytes of a heading
  constexpr std::size_t kWindow = 400;   // bytes at the end that are searched, to keep it fast
  const auto last = words.substr(words.size() - std::min(words.size(), kWindow));
  re2::StringPiece whole;
  re2::StringPiece keyword;
  re2::StringPiece number;
  re2::StringPiece heading;
  TrailingDivision division;
  const bool found =
      RE2::PartialMatch(re2::StringPiece(last.data(), last.size()), pattern, &whole, &keyword, &number, &heading);
  if (!found || heading.size() > kLongest) return division;
  division.start = static_cast<std::size_t>(whole.data() - words.data());
  division.kind = kind_of(keyword[0]);
  division.number = division_value(view(number));
  division.letter = letter_value(view(number)).value_or(0);
  division.printed = fmt::format("{} {}", view(keyword), view(number));
  division.heading = fold(view(heading));
  return division;
}

}  // namespace treatygraph::ingest
