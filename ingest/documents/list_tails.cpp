// A line below a list may continue the last point, or the paragraph that contains the list. The words do not show
// which, but the layout does, in two ways.
//
// With hanging indents, the lines of a point start at or to the right of its mark, and a line to the left of the mark
// is not part of the point. Whether a text is printed so is decided from all its lists: at least five points with a
// second line, four times as many to the right of the mark as to the left.
//
// In a text whose lines are filled up to a width, a line that ends early, although the first word of the next line
// would have fitted, is the end of a paragraph.

#include "ingest/documents/list_tails.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include <re2/re2.h>

#include "ingest/text/lines.h"

namespace treatygraph::ingest {
namespace {

/// A line as the decision needs it. Columns are bytes from the start of the line; 32 bits keep this small for texts
/// with many lines.
struct PageLine {
  using Bytes = std::uint32_t;
  Bytes start = 0;
  Bytes column = 0;      ///< of its first word
  Bytes end = 0;         ///< of its last word; 0 for an empty line
  Bytes first_word = 0;  ///< its length
  char last = '\0';
  bool opens_page = false;    ///< or of its column
  std::optional<Bytes> mark;  ///< column of the mark of the point that begins here; of "4. (a) Words", the last mark
};

PageLine::Bytes bytes(std::size_t count) {
  return static_cast<PageLine::Bytes>(count);
}

/// The column of the last mark at the start of a line: "(a)" of "4. (a) Words".
std::optional<PageLine::Bytes> mark_in(std::string_view line) {
  static const RE2 marks(R"(\s*(?:\d{1,3}\.\s+)?(?:\([a-zA-Z0-9]{1,4}\)\s*)*(\([a-zA-Z0-9]{1,4}\)|[a-z]{1,3}\)).*)");
  re2::StringPiece mark;
  if (!RE2::FullMatch(re2::StringPiece(line.data(), line.size()), marks, &mark)) return std::nullopt;
  return static_cast<PageLine::Bytes>(mark.data() - line.data());
}

/// Form feeds and vertical tabs at the start of a line end the page or column before it.
PageLine page_line(std::string_view text, LineRange line) {
  PageLine read;
  const auto page_end = text.substr(line.first, line.size()).find_last_of("\f\v");
  read.opens_page = page_end != std::string_view::npos;
  if (read.opens_page) line.first += page_end + 1;
  read.start = bytes(line.first);
  const auto all = text.substr(line.first, line.size());
  const auto words = trimmed(all);
  if (words.empty()) return read;
  read.column = static_cast<PageLine::Bytes>(words.data() - all.data());
  read.end = read.column + bytes(words.size());
  read.first_word = bytes(std::min(words.find(' '), words.size()));
  read.last = words.back();
  read.mark = mark_in(all);
  return read;
}

class PageLines {
 public:
  explicit PageLines(std::string_view text) {
    lines_.reserve(static_cast<std::size_t>(std::ranges::count(text, '\n')) + 1);
    for_each_line(text, [&](const LineRange& line) { lines_.push_back(page_line(text, line)); });
    hangs_ = lists_hang();
    width_ = width();
  }

  [[nodiscard]] std::vector<std::size_t> lines_after_lists() const {
    std::vector<std::size_t> after;
    for_each_line_below_mark([&](std::size_t i, std::size_t mark, bool) {
      const bool ends_list = (hangs_ && lines_[i].column < mark) || had_room(i);
      if (ends_list) after.push_back(lines_[i].start);
      return !ends_list;
    });
    return after;
  }

 private:
  /// Calls `each` with the index of each line of a point except the one with its mark, the column of the mark, and
  /// whether it is the first such line. An empty line or a new page ends the point, and so does `each` by returning
  /// false.
  template <typename Each>
  void for_each_line_below_mark(Each each) const {
    std::optional<PageLine::Bytes> mark;
    bool is_first = false;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const auto& line = lines_[i];
      if (line.end == 0 || line.opens_page) mark.reset();
      if (line.mark) {
        mark = line.mark;
        is_first = true;
      } else if (mark) {
        if (!each(i, *mark, is_first)) mark.reset();
        is_first = false;
      }
    }
  }

  /// Whether the second lines of points are nearly always indented.
  [[nodiscard]] bool lists_hang() const {
    constexpr std::size_t kFewest = 5;
    std::size_t right = 0;
    std::size_t left = 0;
    for_each_line_below_mark([&](std::size_t i, std::size_t mark, bool is_first) {
      if (is_first) ++(lines_[i].column < mark ? left : right);
      return true;
    });
    return right >= kFewest && right >= 4 * left;
  }

  /// The width of lines that are broken at the page width: nine in ten lines are not longer. 0 if lines break anywhere:
  /// if fewer than two fifths are nearly that long, or if they are too long for a page.
  [[nodiscard]] std::size_t width() const {
    constexpr std::size_t kWidest = 160;
    constexpr std::size_t kFewest = 20;
    std::vector<PageLine::Bytes> ends;
    for (const auto& line : lines_) {
      if (line.end > 0) ends.push_back(line.end);
    }
    if (ends.size() < kFewest) return 0;
    std::ranges::sort(ends);
    const auto widest = ends[ends.size() * 9 / 10];
    const auto full = ends.end() - std::ranges::lower_bound(ends, widest * 8 / 10);
    return widest <= kWidest && full * 5 >= std::ssize(ends) * 2 ? widest : 0;
  }

  /// Whether the first word of the line would easily have fitted on the line above, which therefore ends a paragraph.
  /// The line above must also end with a stop.
  [[nodiscard]] bool had_room(std::size_t i) const {
    const auto& above = lines_[i - 1];
    const bool ends = above.last == '.' || above.last == ';' || above.last == ',';
    return ends && std::size_t{above.end + 1 + lines_[i].first_word} * 10 < width_ * 7;
  }

  std::vector<PageLine> lines_;
  bool hangs_ = false;
  std::size_t width_ = 0;
};

}  // namespace

std::vector<std::size_t> lines_after_lists(std::string_view text) {
  return PageLines(text).lines_after_lists();
}

}  // namespace treatygraph::ingest
