// Each kind of page furniture has a finder of its own. Footnotes need the footers, because they end where the footer of
// their page begins.

#include "ingest/documents/page_furniture.h"

#include <algorithm>

#include <re2/re2.h>

namespace treatygraph::ingest {
namespace {

/// Finds "/... English Page 12", the footer of official documents of the United Nations. "/..." says that the text
/// continues on the next page.
void find_un_footers(std::string_view raw, std::vector<Cut>& out) {
  static const RE2 pattern(
      R"(\s(?:/\.\.\.\s+)?(?:[A-Z]+(?:/[A-Z0-9.]+)+\s+)?English\s+Page\s+\d{1,4}\b|\s/\.\.\.(?:\s+Page\s+\d{1,4}\b|\s|$))");
  re2::StringPiece rest(raw.data(), raw.size());
  re2::StringPiece match;
  while (pattern.Match(rest, 0, rest.size(), RE2::UNANCHORED, &match, 1)) {
    const auto first = static_cast<std::size_t>(match.data() - raw.data());
    out.push_back({first, first + match.size()});
    rest.remove_prefix(static_cast<std::size_t>(match.data() + match.size() - rest.data()));
    if (match.empty()) break;
  }
}

/// Finds footnotes below a printed line: "____ 5/ Official Records ..., annex I.". They extend from the line to the end
/// of the page, that is, to a footer or a form feed.
void find_footnotes(std::string_view raw, std::vector<Cut>& out) {
  static const RE2 pattern(R"((_{6,}\s+(?:\d{1,3}/|\*+/?)\s))");
  constexpr std::size_t kLongest = 2'500;  // bytes; a longer range is not a footnote
  std::vector<std::size_t> ends;
  for (const auto& footer : out) ends.push_back(footer.first);
  for (auto at = raw.find('\f'); at != std::string_view::npos; at = raw.find('\f', at + 1)) ends.push_back(at);
  std::ranges::sort(ends);
  re2::StringPiece rest(raw.data(), raw.size());
  re2::StringPiece line;
  while (RE2::FindAndConsume(&rest, pattern, &line)) {
    const auto first = static_cast<std::size_t>(line.data() - raw.data());
    const auto last = std::ranges::upper_bound(ends, first);
    if (last != ends.end() && *last - first <= kLongest) out.push_back({first, *last, " ", LeftoverReason::Footnote});
  }
}

/// Whether a line is an entry of a table of contents: "Article 3. Use of the lakes . . . . . . 23" has dot leaders
/// before a page number.
bool leads_to_page(std::string_view line) {
  static const RE2 pattern(R"(.*(?:\s?\.){4,}\s*(?:\d{1,4}|[ivxl]{1,6})?)");
  return RE2::FullMatch(re2::StringPiece(line.data(), line.size()), pattern);
}

/// A table of contents: at least five lines with dot leaders, the lines between them (titles that are too long for one
/// line), and its title.
void find_contents(const std::vector<PrintedPage>& pages, std::vector<Cut>& out) {
  constexpr std::size_t kFewestLeaders = 5;
  constexpr std::size_t kWidestGap = 12;  // lines between two with dot leaders
  static const RE2 title(R"((?i)(?:table\s+of\s+)?contents|page)");
  std::vector<const PrintedLine*> lines;
  for (const auto& page : pages) {
    for (const auto& line : page) lines.push_back(&line);
  }
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t leaders = 0;
  const auto leave_out = [&] {
    if (leaders < kFewestLeaders) return;
    const auto is_title = [&](const PrintedLine& line) {
      return RE2::FullMatch(re2::StringPiece(line.text.data(), line.text.size()), title);
    };
    while (first > 0 && is_title(*lines[first - 1])) --first;
    for (auto i = first; i <= last; ++i) {
      out.push_back({lines[i]->first, lines[i]->last, " ", LeftoverReason::Contents});
    }
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!leads_to_page(lines[i]->text)) continue;
    if (leaders == 0 || i - last > kWidestGap) {
      leave_out();
      leaders = 0;
      first = i;
    }
    last = i;
    ++leaders;
  }
  leave_out();
}

}  // namespace

std::vector<Cut> find_page_furniture(std::string_view raw) {
  std::vector<Cut> cuts;
  find_un_footers(raw, cuts);
  find_footnotes(raw, cuts);
  const auto pages = pages_of(raw);
  find_contents(pages, cuts);
  find_running_lines(pages, cuts);
  return cuts;
}

}  // namespace treatygraph::ingest
