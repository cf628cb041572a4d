// For each long line that begins with the heading of an article, the numbers 1, 2, 3, ... are searched one after the
// other. A number without a full stop may be anything, so it only counts between the end of a sentence and a capital,
// and dates ("1 January") are excluded. Number 1 follows the title, which has no full stop, within the length of a
// title.

#include "ingest/documents/lost_paragraphs.h"

#include <algorithm>
#include <string>

#include <fmt/format.h>
#include <re2/re2.h>

#include "ingest/structure/headings.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {
namespace {

constexpr std::size_t kLongestTitle = 160;  ///< bytes

/// Where the paragraph `number` begins: " 2 New services" after the end of a sentence or, for the first paragraph,
/// after the title. npos if there is none.
std::size_t next_number(std::string_view words, int number) {
  static const RE2 month(
      R"(\s?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)");
  const std::string before = number == 1 ? R"re([A-Za-z)])re" : R"re([.;:)"])re";
  const RE2 pattern(fmt::format(R"re({}\s({}\s+["A-Z]))re", before, number));
  re2::StringPiece rest(words.data(), words.size());
  re2::StringPiece found;
  while (RE2::FindAndConsume(&rest, pattern, &found)) {
    const auto at = static_cast<std::size_t>(found.data() - words.data());
    const auto following = words.substr(at + found.size() - 2);
    if (!RE2::PartialMatch(re2::StringPiece(following.data(), std::min<std::size_t>(following.size(), 12)), month))
      return at;
  }
  return std::string_view::npos;
}

/// Adds the edits for one line.
void part(std::string_view text, const LineRange& line, std::vector<TextEdit>& edits) {
  const auto heading = heading_at(text, line.first, line.last);
  if (!heading || !is_unit(heading->kind)) return;
  std::vector<std::size_t> starts;
  for (auto at = heading->after; at < line.last;) {
    const auto number = static_cast<int>(starts.size()) + 1;
    const auto next = next_number(text.substr(at, line.last - at), number);
    if (next == std::string_view::npos || (number == 1 && next > kLongestTitle)) break;
    at += next;
    starts.push_back(at);
  }
  constexpr std::size_t kFewest = 2;
  if (starts.size() < kFewest) return;
  for (const auto start : starts) edits.push_back({start, start, "\n"});
}

}  // namespace

std::vector<TextEdit> lost_paragraphs(std::string_view text) {
  constexpr std::size_t kParagraphIsLonger = 80;
  std::vector<TextEdit> edits;
  for_each_line(text, [&](const LineRange& line) {
    if (line.size() > kParagraphIsLonger) part(text, line, edits);
  });
  return edits;
}

}  // namespace treatygraph::ingest
