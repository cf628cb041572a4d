// Only the three first and three last lines of a page are examined. A line is page furniture if it is the same on many
// pages, or if it is the same except for a number that grows by one with each page. For the second test each line is
// stored as its words with "#" for its numbers, together with the difference between a number and the index of the
// page: this difference is the same on all pages if the number counts pages, whatever the number of the first page.
// Headings such as "Article 12" may be at the top of each page and count up as well, so lines that are headings are not
// counted.

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <re2/re2.h>

#include "graph/ascii.h"
#include "ingest/documents/page_furniture.h"
#include "ingest/structure/headings.h"

namespace treatygraph::ingest {
namespace {

/// The words of a line with "#" for each number, and the numbers. "Page 3" and "Page 4" have the same words.
struct Shape {
  std::string words;
  std::vector<long> numbers;
};

Shape shape_of(std::string_view line) {
  constexpr long kLargest = 1'000'000;
  Shape shape;
  bool in_number = false;
  for (const char c : line) {
    const bool was_in_number = std::exchange(in_number, is_digit(c));
    if (!in_number) {
      shape.words += c;
      continue;
    }
    if (!was_in_number) {
      shape.words += '#';
      shape.numbers.push_back(0);
    }
    shape.numbers.back() = std::min(shape.numbers.back() * 10 + (c - '0'), kLargest);
  }
  return shape;
}

/// Finds lines at the head or foot of pages that repeat on many of them, or count the pages.
class RunningLines {
 public:
  explicit RunningLines(const std::vector<PrintedPage>& pages) : pages_(pages) {
    for (std::size_t page = 0; page < pages.size(); ++page) {
      for (std::size_t i = 0; i < pages[page].size(); ++i) {
        if (!may_run(page, i)) continue;
        pages_with_[std::string(pages[page][i].text)].insert(page);
        for (auto& count : counts_in(page, i)) pages_with_[std::move(count)].insert(page);
      }
    }
  }

  /// Appends a cut for each line that is page furniture.
  void find(std::vector<Cut>& out) const {
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

  /// Whether a line can be a running head. Sentences and points of a list cannot, even if they are the same on many
  /// pages.
  static bool may_repeat(std::string_view line) {
    const bool goes_on = is_lower(line.front()) || line.front() == '(';
    return !goes_on && std::string_view(".;:,").find(line.back()) == std::string_view::npos;
  }

  /// Whether a line has so many words that it is not the same on many pages by chance. A title that was cut off may end
  /// like a sentence; "(a)" may be alone on a line on many pages.
  static bool says_much(std::string_view line) {
    constexpr std::size_t kFewestSpaces = 3;
    return std::ranges::count(line, ' ') >= static_cast<std::ptrdiff_t>(kFewestSpaces);
  }

  /// Whether a line can only be a page number: "- 3 -", "Page 3 of 7". Such lines are recognized even on a single page.
  static bool numbers_page(std::string_view line) {
    static const RE2 number(R"([-–—]\s*\d{1,4}\s*[-–—]|(?:Page|PAGE)\s+\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?)");
    return RE2::FullMatch(re2::StringPiece(line.data(), line.size()), number);
  }

  /// Whether a line is in the margin of its page and short. A line is copied once for each of its numbers, so a hostile
  /// line of a million numbers would be copied a million times.
  [[nodiscard]] bool may_run(std::size_t page, std::size_t i) const {
    constexpr std::size_t kMargin = 3;
    constexpr std::size_t kLongest = 300;
    return (i < kMargin || i + kMargin >= pages_[page].size()) && pages_[page][i].text.size() <= kLongest;
  }

  /// For each number in the line, a key of its words and the distance from the number to the page's index. The key is
  /// equal on all pages if the number counts pages.
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

  const std::vector<PrintedPage>& pages_;
  std::map<std::string, std::set<std::size_t>> pages_with_;  ///< by line, and by key of counts_in()
};

}  // namespace

void find_running_lines(const std::vector<PrintedPage>& pages, std::vector<Cut>& out) {
  RunningLines(pages).find(out);
}

}  // namespace treatygraph::ingest
