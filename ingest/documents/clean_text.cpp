#include "ingest/documents/clean_text.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <re2/re2.h>

#include "graph/ascii.h"
#include "ingest/documents/list_tails.h"
#include "ingest/documents/substitutes.h"
#include "ingest/structure/headings.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {
namespace {

/// Bytes to leave out, and their replacement.
struct Range {
  std::size_t first;
  std::size_t last;
  std::string_view written = " ";
  LeftoverReason reason = LeftoverReason::RunningHead;
};

/// "/... English Page 12", the footer of official documents of the United Nations.
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

/// "____ 5/ Official Records ..., annex I.": from the line to the end of the page, that is to a recognised footer or a
/// form feed.
void find_footnotes(std::string_view raw, std::vector<Range>& out) {
  static const RE2 pattern(R"((_{6,}\s+(?:\d{1,3}/|\*+/?)\s))");
  constexpr std::size_t kLongest = 2'500;
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

struct Line {
  std::string_view text;  ///< trimmed
  std::size_t first;      ///< in bytes of the raw text
  std::size_t last;       ///< one past its line break
};

using Page = std::vector<Line>;

std::vector<Page> pages_of(std::string_view raw) {
  std::vector<Page> pages(1);
  auto page_end = raw.find('\f');
  std::size_t at = 0;
  while (at < raw.size()) {
    if (page_end < at) page_end = raw.find('\f', at);
    const auto end = std::min(raw.find('\n', at), page_end);
    const auto last = end == std::string_view::npos ? raw.size() : end + 1;
    const auto text = trimmed(raw.substr(at, last - at));
    if (!text.empty()) pages.back().push_back({text, at, last});
    if (end != std::string_view::npos && raw[end] == '\f') pages.emplace_back();
    at = last;
  }
  return pages;
}

/// A running line: the words and numbers of "Page 3" and "Page 4", which are the same line on two pages.
struct Shape {
  std::string words;
  std::vector<long> numbers;
};

Shape shape_of(std::string_view line) {
  constexpr long kLargest = 1'000'000;
  Shape shape;
  bool in_number = false;
  for (const char c : line) {
    const bool is_digit = std::isdigit(static_cast<unsigned char>(c)) != 0;
    if (is_digit && !in_number) {
      shape.words += '#';
      shape.numbers.push_back(0);
    }
    if (is_digit) shape.numbers.back() = std::min(shape.numbers.back() * 10 + (c - '0'), kLargest);
    if (!is_digit) shape.words += c;
    in_number = is_digit;
  }
  return shape;
}

/// Finds lines at the head or foot of pages that repeat on many of them, or count the pages: one of their numbers grows
/// with the page. "Article 12" may also be at the head of a page, even if each page has one article.
class RunningLines {
 public:
  explicit RunningLines(const std::vector<Page>& pages) : pages_(pages) {
    for (std::size_t page = 0; page < pages.size(); ++page) {
      for (std::size_t i = 0; i < pages[page].size(); ++i) {
        if (!may_run(page, i)) continue;
        pages_with_[std::string(pages[page][i].text)].insert(page);
        for (auto& count : counts_in(page, i)) pages_with_[std::move(count)].insert(page);
      }
    }
  }

  void find(std::vector<Range>& out) const {
    if (pages_.size() < 2) return;
    const std::size_t fewest_at_all = pages_.size() <= 3 ? 2 : 3;
    const auto enough = [&](std::size_t share, std::size_t fewest) {
      return std::max(fewest, pages_.size() * share / 100);
    };
    const auto is_on = [&](const std::string& line, std::size_t fewest) {
      const auto found = pages_with_.find(line);
      return found != pages_with_.end() && found->second.size() >= fewest;
    };
    for (std::size_t page = 0; page < pages_.size(); ++page) {
      for (std::size_t i = 0; i < pages_[page].size(); ++i) {
        if (!may_run(page, i)) continue;
        const auto& line = pages_[page][i];
        const bool repeats =
            (may_repeat(line.text) && is_on(std::string(line.text), enough(kRepeated, fewest_at_all))) ||
            (says_much(line.text) && is_on(std::string(line.text), enough(kRepeated, kSurely)));
        const bool counts = std::ranges::any_of(counts_in(page, i), [&](const std::string& count) {
          return is_on(count, enough(kCounted, fewest_at_all));
        });
        const bool is_number = counts || numbers_page(line.text);
        if (!repeats && !is_number) continue;
        const auto reason = is_number ? LeftoverReason::PageNumber : LeftoverReason::RunningHead;
        out.push_back({line.first, line.last, " ", reason});
      }
    }
  }

 private:
  // In per cent of the pages: a title may be on every other page, and missing on the first.
  static constexpr std::size_t kRepeated = 40;
  static constexpr std::size_t kCounted = 34;
  static constexpr std::size_t kSurely = 10;  // no words of a treaty are at the edge of so many pages

  /// Sentences and points of a list never do.
  static bool may_repeat(std::string_view line) {
    const auto first = static_cast<unsigned char>(line.front());
    const bool goes_on = std::islower(first) != 0 || line.front() == '(';
    return !goes_on && std::string_view(".;:,").find(line.back()) == std::string_view::npos;
  }

  /// A title that was cut off may end like a sentence; "(a)" may be alone on a line on many pages.
  static bool says_much(std::string_view line) {
    constexpr std::size_t kFewestSpaces = 3;
    return std::ranges::count(line, ' ') >= static_cast<std::ptrdiff_t>(kFewestSpaces);
  }

  /// "- 3 -" and "Page 3 of 7" are recognised even on a single page.
  static bool numbers_page(std::string_view line) {
    static const RE2 number(R"([-–—]\s*\d{1,4}\s*[-–—]|(?:Page|PAGE)\s+\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?)");
    return RE2::FullMatch(re2::StringPiece(line.data(), line.size()), number);
  }

  /// In the margin of its page, and short: a line is copied once for each of its numbers, so a hostile line of a
  /// million numbers would be copied a million times.
  [[nodiscard]] bool may_run(std::size_t page, std::size_t i) const {
    constexpr std::size_t kMargin = 3;
    constexpr std::size_t kLongest = 300;
    return (i < kMargin || i + kMargin >= pages_[page].size()) && pages_[page][i].text.size() <= kLongest;
  }

  /// The line's words, and the distance from each of its numbers to the page number: equal on all pages if the number
  /// counts pages.
  [[nodiscard]] std::vector<std::string> counts_in(std::size_t page, std::size_t i) const {
    const auto line = pages_[page][i].text;
    std::vector<std::string> counts;
    if (heading_at(line, 0, line.size())) return counts;
    const auto shape = shape_of(line);
    for (std::size_t n = 0; n < shape.numbers.size(); ++n) {
      const auto ahead = shape.numbers[n] - static_cast<long>(page);
      counts.push_back(fmt::format("{}\n{}\n{}", shape.words, n, ahead));
    }
    return counts;
  }

  const std::vector<Page>& pages_;
  std::map<std::string, std::set<std::size_t>> pages_with_;
};

/// "Article 3. Breadth of the territorial sea . . . . . . 23": dot leaders before a page number.
bool leads_to_page(std::string_view line) {
  static const RE2 pattern(R"(.*(?:\s?\.){4,}\s*(?:\d{1,4}|[ivxl]{1,6})?)");
  return RE2::FullMatch(re2::StringPiece(line.data(), line.size()), pattern);
}

/// A table of contents: lines with dot leaders, the lines between them, and its title.
void find_contents(const std::vector<Page>& pages, std::vector<Range>& out) {
  constexpr std::size_t kFewestLeaders = 5;
  constexpr std::size_t kWidestGap = 12;
  static const RE2 title(R"((?i)(?:table\s+of\s+)?contents|page)");
  std::vector<const Line*> lines;
  for (const auto& page : pages) {
    for (const auto& line : page) lines.push_back(&line);
  }
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t leaders = 0;
  const auto leave_out = [&] {
    if (leaders < kFewestLeaders) return;
    const auto is_title = [&](const Line& line) {
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

/// In order; adjacent ones are merged.
std::vector<Range> merged(std::vector<Range> ranges) {
  std::ranges::sort(ranges, {}, &Range::first);
  std::vector<Range> apart;
  for (const auto& range : ranges) {
    if (apart.empty() || range.first > apart.back().last) {
      apart.push_back(range);
    } else {
      apart.back().last = std::max(apart.back().last, range.last);
    }
  }
  return apart;
}

/// From the last kept character of one page to the first of the next; what is left out is listed separately, in order.
Range gap_around(std::string_view raw, std::size_t form_feed, const std::vector<Range>& left_out) {
  Range gap{form_feed, form_feed + 1};
  auto next = std::ranges::upper_bound(left_out, gap.first, {}, &Range::first);
  auto before = next;
  while (true) {
    while (gap.first > 0 && is_space(raw[gap.first - 1])) --gap.first;
    if (before == left_out.begin() || std::prev(before)->last < gap.first) break;
    gap.first = std::min(gap.first, (--before)->first);
    gap.last = std::max(gap.last, before->last);
  }
  while (true) {
    while (gap.last < raw.size() && is_space(raw[gap.last])) ++gap.last;
    if (next == left_out.end() || next->first > gap.last) break;
    gap.last = std::max(gap.last, (next++)->last);
  }
  return gap;
}

constexpr std::string_view kEnds = "\f\v";  // of pages and of columns

/// The first of kEnds at or after `at`; a loop, because few texts have any.
std::size_t end_from(std::string_view raw, std::size_t at) {
  while (at < raw.size() && raw[at] != kEnds[0] && raw[at] != kEnds[1]) ++at;
  return at;
}

/// Sentences and words continue across the end of a page or column; only after a complete sentence may something new
/// begin.
void find_page_gaps(std::string_view raw, std::vector<Range>& ranges) {
  const auto left_out = merged(ranges);
  std::size_t behind = 0;
  for (auto at = end_from(raw, 0); at < raw.size(); at = end_from(raw, std::max(at + 1, behind))) {
    auto gap = gap_around(raw, at, left_out);
    behind = gap.last;
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

/// The words left out; adjacent ranges with the same reason are merged.
std::vector<Leftover> words_left_out(std::string_view raw, std::vector<Range> ranges) {
  std::ranges::stable_sort(ranges, {}, &Range::first);
  std::vector<Leftover> words;
  std::size_t character = 0;
  std::size_t at = 0;
  const auto character_at = [&](std::size_t byte) {
    character += static_cast<std::size_t>(std::ranges::count_if(raw.substr(at, byte - at), begins_character));
    at = byte;
    return character;
  };
  std::size_t end = 0;
  for (const auto& range : ranges) {
    const auto first = std::max(range.first, end);
    const auto piece = trimmed(raw.substr(first, std::max(range.last, first) - first));
    if (piece.empty()) continue;
    const auto start = character_at(static_cast<std::size_t>(piece.data() - raw.data()));
    const auto size = static_cast<std::size_t>(
        std::ranges::count_if(piece, [](char c) { return begins_character(c) && !is_space(c); }));
    const bool goes_on =
        !words.empty() && words.back().reason == range.reason && trimmed(raw.substr(end, first - end)).empty();
    end = range.last;
    if (!goes_on) words.push_back({start, start, 0, 0, range.reason, {}, fold(piece.substr(0, 60))});
    words.back().characters += size;
    words.back().end = character_at(static_cast<std::size_t>(piece.data() + piece.size() - raw.data()));
  }
  return words;
}

std::vector<Range> furniture(std::string_view raw, Lines lines, std::vector<Leftover>* left_out) {
  std::vector<Range> ranges;
  find_un_footers(raw, ranges);
  find_footnotes(raw, ranges);
  const auto pages = pages_of(raw);
  find_contents(pages, ranges);
  RunningLines(pages).find(ranges);
  if (left_out != nullptr) *left_out = words_left_out(raw, ranges);
  find_page_gaps(raw, ranges);
  if (lines == Lines::OfPages) {
    for (const auto line : lines_behind_lists(raw)) ranges.push_back({line - 1, line, "\n\n"});
  }
  std::ranges::stable_sort(
      ranges, [](const Range& a, const Range& b) { return a.first != b.first ? a.first < b.first : a.last > b.last; });
  return ranges;
}

/// Words with a hyphen inside a line: since "cross-border" is a word there, it also is at the end of a line.
std::set<std::string, std::less<>> hyphenated_words(std::string_view raw) {
  std::set<std::string, std::less<>> words;
  for (auto at = raw.find('-'); at != std::string_view::npos; at = raw.find('-', at + 1)) {
    auto first = at;
    auto last = at + 1;
    while (first > 0 && is_letter(raw[first - 1])) --first;
    while (last < raw.size() && is_letter(raw[last])) ++last;
    if (first < at && last > at + 1) words.emplace(raw.substr(first, last - first));
  }
  return words;
}

class Cleaner {
 public:
  explicit Cleaner(std::string_view raw) : raw_(raw), hyphenated_(hyphenated_words(raw)) {}

  CleanText clean(Lines lines, std::vector<Leftover>* words_left_out) {
    std::size_t next = 0;
    const auto left_out = furniture(raw_, lines, words_left_out);
    begin_pages();
    while (at_ < raw_.size()) {
      while (next < left_out.size() && left_out[next].last <= at_) ++next;
      if (next < left_out.size() && left_out[next].first <= at_) {
        skip(left_out[next].last - at_, left_out[next].written);
      } else {
        take(next < left_out.size() ? std::min(left_out[next].first, raw_.size()) : raw_.size());
      }
    }
    return std::move(clean_);
  }

 private:
  /// Handles the next run of unchanged bytes, or one change, up to byte `end` at most.
  void take(std::size_t end) {
    if (may_be_substituted(raw_[at_])) {
      for (const auto& [found, written] : kSubstitutes) {
        if (raw_.substr(at_, found.size()) == found) return skip(found.size(), written);
      }
    }
    if (breaks_word(at_)) return is_hyphenated(at_) ? skip(2, "-") : skip(2, "");
    if (!in_stretch_) clean_.map.add(clean_.text.size(), character_);
    in_stretch_ = true;
    const auto first = at_;
    do {
      character_ += begins_character(raw_[at_]) ? 1U : 0U;
      ++at_;
    } while (at_ < end && raw_[at_] != '-' && !may_be_substituted(raw_[at_]));
    clean_.text.append(raw_.substr(first, at_ - first));
  }

  /// Whether the hyphen at `at` splits a word between two lines: "coopera-" and "tion", but not "A-" and "B".
  [[nodiscard]] bool breaks_word(std::size_t at) const {
    if (raw_[at] != '-' || at == 0 || at + 2 >= raw_.size() || raw_[at + 1] != '\n') return false;
    return std::islower(static_cast<unsigned char>(raw_[at - 1])) != 0 &&
           std::islower(static_cast<unsigned char>(raw_[at + 2])) != 0;
  }

  [[nodiscard]] bool is_hyphenated(std::size_t at) const {
    auto first = at;
    auto last = at + 2;
    while (first > 0 && is_letter(raw_[first - 1])) --first;
    while (last < raw_.size() && is_letter(raw_[last])) ++last;
    return hyphenated_.contains(std::string(raw_.substr(first, at + 1 - first)) +
                                std::string(raw_.substr(at + 2, last - at - 2)));
  }

  /// Replaces `bytes`.
  void skip(std::size_t bytes, std::string_view written) {
    clean_.map.add(clean_.text.size(), character_);
    clean_.text += written;
    const auto skipped = raw_.substr(at_, bytes);
    character_ += static_cast<std::size_t>(std::ranges::count_if(skipped, begins_character));
    at_ += bytes;
    in_stretch_ = false;
  }

  void begin_pages() {
    std::size_t character = 0;
    for (const char c : raw_) {
      character += begins_character(c) ? 1U : 0U;
      if (c == '\f') clean_.map.begin_page(character);
    }
  }

  std::string_view raw_;
  std::set<std::string, std::less<>> hyphenated_;
  std::size_t at_ = 0;
  std::size_t character_ = 0;
  bool in_stretch_ = false;
  CleanText clean_;
};

}  // namespace

CleanText clean_text(std::string_view raw, Lines lines, std::vector<Leftover>* left_out) {
  return Cleaner(raw).clean(lines, left_out);
}

}  // namespace treatygraph::ingest
