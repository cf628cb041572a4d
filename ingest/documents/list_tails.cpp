#include "ingest/documents/list_tails.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include <re2/re2.h>

#include "ingest/text/lines.h"

namespace treatygraph::ingest {
namespace {

/// Columns are bytes from the start of the line; 32 bits keep this small for texts with many lines.
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

std::optional<PageLine::Bytes> mark_in(std::string_view line) {
  static const RE2 marks(R"(\s*(?:\d{1,3}\.\s+)?(?:\([a-zA-Z0-9]{1,4}\)\s*)*(\([a-zA-Z0-9]{1,4}\)|[a-z]{1,3}\)).*)");
  re2::StringPiece mark;
  if (!RE2::FullMatch(re2::StringPiece(line.data(), line.size()), marks, &mark)) return std::nullopt;
  return static_cast<PageLine::Bytes>(mark.data() - line.data());
}

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
  /// Calls `take` with each line of a point except the one with its mark, and whether it is the first, as long as
  /// `take` returns true.
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

  /// The width of lines broken at the page width; 0 if they break anywhere.
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

  /// Whether the line's first word would have fitted on the line above, which therefore ends a paragraph.
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
