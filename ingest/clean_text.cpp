#include "ingest/clean_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include <re2/re2.h>

#include "ingest/lines.h"

namespace treatygraph::ingest {
namespace {

struct Substitute {
  std::string_view found;
  std::string_view written;
};

constexpr std::array<Substitute, 14> kSubstitutes = {{{"\r\n", "\n"},
                                                      {"\r", "\n"},
                                                      {"\f", "\n"},
                                                      {"\t", " "},
                                                      {"\xC2\xA0", " "},
                                                      {"\xE2\x80\xAF", " "},
                                                      {"\xE2\x80\x89", " "},
                                                      {"\xE2\x80\x8B", ""},
                                                      {"\xC2\xAD", ""},
                                                      {"\xEF\xAC\x80", "ff"},
                                                      {"\xEF\xAC\x81", "fi"},
                                                      {"\xEF\xAC\x82", "fl"},
                                                      {"\xEF\xAC\x83", "ffi"},
                                                      {"\xEF\xAC\x84", "ffl"}}};

/// Bytes that are left out, and what stands in their place.
struct Range {
  std::size_t first;
  std::size_t last;
  std::string_view written = " ";
};

/// "/... English Page 12", as the Organisation's typists set it below each page of an official document.
void find_un_footers(std::string_view raw, std::vector<Range>& out) {
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

struct Line {
  std::string_view text;  ///< trimmed
  std::size_t first;      ///< in bytes of the raw text
  std::size_t last;       ///< one past its line end
};

using Page = std::vector<Line>;

std::vector<Page> pages_of(std::string_view raw) {
  std::vector<Page> pages(1);
  std::size_t at = 0;
  while (at < raw.size()) {
    const auto end = raw.find_first_of("\n\f", at);
    const auto last = end == std::string_view::npos ? raw.size() : end + 1;
    const auto text = trimmed(raw.substr(at, last - at));
    if (!text.empty()) pages.back().push_back({text, at, last});
    if (end != std::string_view::npos && raw[end] == '\f') pages.emplace_back();
    at = last;
  }
  return pages;
}

bool is_page_number(std::string_view line) {
  static const RE2 pattern(R"((?:-\s*|[Pp]age\s+|\[)?\d{1,4}(?:\s*-|\]|\s*/\s*\d{1,4}|\s+of\s+\d{1,4})?)");
  return RE2::FullMatch(re2::StringPiece(line.data(), line.size()), pattern);
}

/// With every number written alike, so that "Page 3" and "Page 4" are one running header.
std::string without_digits(std::string_view line) {
  std::string shape;
  for (const char c : line) {
    const bool digit = std::isdigit(static_cast<unsigned char>(c)) != 0;
    if (!digit) shape += c;
    if (digit && !shape.ends_with('#')) shape += '#';
  }
  return shape;
}

/// The first and last two lines of each page where they are page numbers or stand on at least a third of the pages.
void find_running_lines(const std::vector<Page>& pages, std::vector<Range>& out) {
  constexpr std::size_t kMargin = 2;
  constexpr std::size_t kFewestPages = 3;
  if (pages.size() < kFewestPages) return;
  const auto in_margin = [](const Page& page, std::size_t i) { return i < kMargin || i + kMargin >= page.size(); };
  std::map<std::string, std::set<std::size_t>> pages_with;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    for (std::size_t i = 0; i < pages[p].size(); ++i) {
      if (in_margin(pages[p], i)) pages_with[without_digits(pages[p][i].text)].insert(p);
    }
  }
  for (const auto& page : pages) {
    for (std::size_t i = 0; i < page.size(); ++i) {
      if (!in_margin(page, i)) continue;
      const bool repeated = pages_with[without_digits(page[i].text)].size() >= std::max(kFewestPages, pages.size() / 3);
      if (repeated || is_page_number(page[i].text)) out.push_back({page[i].first, page[i].last});
    }
  }
}

/// "Article 3. Breadth of the territorial sea . . . . . . 23": dots that lead to a page number.
bool leads_to_page(std::string_view line) {
  static const RE2 pattern(R"(.*(?:\s?\.){4,}\s*(?:\d{1,4}|[ivxl]{1,6})?)");
  return RE2::FullMatch(re2::StringPiece(line.data(), line.size()), pattern);
}

/// A table of contents: lines with dots that lead to page numbers, what stands between them, and its title.
void find_contents(const std::vector<Page>& pages, std::vector<Range>& out) {
  constexpr std::size_t kFewestLeaders = 5;
  constexpr std::size_t kWidestGap = 12;
  static const RE2 title(R"((?i)(?:table\s+of\s+)?contents|page)");
  std::vector<Line> lines;
  for (const auto& page : pages) lines.insert(lines.end(), page.begin(), page.end());
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t leaders = 0;
  const auto leave_out = [&] {
    if (leaders < kFewestLeaders) return;
    const auto is_title = [&](const Line& line) {
      return RE2::FullMatch(re2::StringPiece(line.text.data(), line.text.size()), title);
    };
    while (first > 0 && is_title(lines[first - 1])) --first;
    for (auto i = first; i <= last; ++i) out.push_back({lines[i].first, lines[i].last});
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!leads_to_page(lines[i].text)) continue;
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

bool is_space(char c) {
  return std::isspace(static_cast<unsigned char>(c)) != 0;
}

/// From the last kept character of one page to the first of the next.
Range gap_around(std::string_view raw, std::size_t form_feed, const std::vector<Range>& left_out) {
  Range gap{form_feed, form_feed + 1};
  for (bool grows = true; grows;) {
    grows = false;
    while (gap.first > 0 && is_space(raw[gap.first - 1])) --gap.first;
    while (gap.last < raw.size() && is_space(raw[gap.last])) ++gap.last;
    for (const auto& range : left_out) {
      if (range.first < gap.first && range.last >= gap.first) {
        gap.first = range.first;
        grows = true;
      }
      if (range.first <= gap.last && range.last > gap.last) {
        gap.last = range.last;
        grows = true;
      }
    }
  }
  return gap;
}

/// A sentence goes on over the end of a page, and so does a word; only after a sentence may something new begin.
void find_page_gaps(std::string_view raw, std::vector<Range>& ranges) {
  const auto left_out = ranges;
  for (auto at = raw.find('\f'); at != std::string_view::npos; at = raw.find('\f', at + 1)) {
    if (!ranges.empty() && ranges.back().written != " " && ranges.back().last > at) continue;
    auto gap = gap_around(raw, at, left_out);
    if (gap.first == 0 || gap.last == raw.size()) continue;
    const char before = raw[gap.first - 1];
    const bool breaks_word = before == '-' && gap.first > 1 &&
                             std::islower(static_cast<unsigned char>(raw[gap.first - 2])) != 0 &&
                             std::islower(static_cast<unsigned char>(raw[gap.last])) != 0;
    const bool ends = std::string_view(".;:").find(before) != std::string_view::npos;
    gap.written = breaks_word ? "" : ends ? "\n\n" : "\n";
    if (breaks_word) --gap.first;
    ranges.push_back(gap);
  }
}

std::vector<Range> furniture(std::string_view raw) {
  std::vector<Range> ranges;
  find_un_footers(raw, ranges);
  find_contents(pages_of(raw), ranges);
  find_running_lines(pages_of(raw), ranges);
  find_page_gaps(raw, ranges);
  std::ranges::stable_sort(
      ranges, [](const Range& a, const Range& b) { return a.first != b.first ? a.first < b.first : a.last > b.last; });
  return ranges;
}

bool begins_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

/// Whether the hyphen at `at` breaks a word over two lines: "coopera-\ntion", not "cross-border" and not "A-\nB".
bool breaks_word(std::string_view raw, std::size_t at) {
  if (raw[at] != '-' || at == 0 || at + 2 >= raw.size() || raw[at + 1] != '\n') return false;
  return std::islower(static_cast<unsigned char>(raw[at - 1])) != 0 &&
         std::islower(static_cast<unsigned char>(raw[at + 2])) != 0;
}

class Cleaner {
 public:
  explicit Cleaner(std::string_view raw) : raw_(raw) {}

  CleanText clean() {
    std::size_t next = 0;
    const auto left_out = furniture(raw_);
    while (at_ < raw_.size()) {
      while (next < left_out.size() && left_out[next].last <= at_) ++next;
      if (next < left_out.size() && left_out[next].first <= at_) {
        skip(left_out[next].last - at_, left_out[next].written);
      } else {
        take();
      }
    }
    return std::move(clean_);
  }

 private:
  void take() {
    for (const auto& [found, written] : kSubstitutes) {
      if (raw_.substr(at_, found.size()) == found) return skip(found.size(), written);
    }
    if (breaks_word(raw_, at_)) return skip(2, "");
    if (!in_stretch_) clean_.map.add(clean_.text.size(), character_);
    in_stretch_ = true;
    character_ += begins_character(raw_[at_]) ? 1U : 0U;
    clean_.text += raw_[at_++];
  }

  /// Leaves `bytes` out and writes something else in their place.
  void skip(std::size_t bytes, std::string_view written) {
    clean_.map.add(clean_.text.size(), character_);
    clean_.text += written;
    const auto skipped = raw_.substr(at_, bytes);
    character_ += static_cast<std::size_t>(std::ranges::count_if(skipped, begins_character));
    at_ += bytes;
    in_stretch_ = false;
  }

  std::string_view raw_;
  std::size_t at_ = 0;
  std::size_t character_ = 0;
  bool in_stretch_ = false;
  CleanText clean_;
};

}  // namespace

CleanText clean_text(std::string_view raw) {
  return Cleaner(raw).clean();
}

}  // namespace treatygraph::ingest
