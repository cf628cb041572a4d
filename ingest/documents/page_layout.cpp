// poppler gives words with boxes and font sizes, but no columns and no footnotes. They are derived here:
//
// Columns: a page has two columns if a vertical strip near its middle is touched by almost no word and both sides have
// a similar number of words. Rows above and below that extend across the strip are excluded from the columns.
//
// Footnotes: from the bottom of the page upwards, lines in smaller print than the body are taken, up to the topmost one
// that begins with a mark. Up to two lines in normal size may be below them, such as a page number.
//
// Raised marks: a number of one or two digits in smaller print, close to the word before it and above its baseline.

#include "ingest/documents/page_layout.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <poppler-page.h>

#include "graph/ascii.h"

namespace treatygraph::ingest {
namespace {

/// A word of the page. Coordinates are in points; y grows downwards.
struct Word {
  double left;
  double top;
  double right;
  double bottom;
  double size;      ///< of its letters
  bool opens_note;  ///< a number or an asterisk
};

/// A line, for the search for footnotes.
struct PrintedLine {
  double top;
  double bottom;
  double size;      ///< of its largest word
  bool opens_note;  ///< by its first word
};

/// Whether a word may be the mark at the beginning of a footnote: "1", "12See", "*", a dagger.
bool opens_note(const poppler::ustring& text) {
  constexpr std::ptrdiff_t kMostDigits = 3;
  const auto bytes = text.to_utf8();
  const std::string word(bytes.begin(), bytes.end());
  const auto rest = std::ranges::find_if(word, [](char c) { return !is_digit(c); });
  const auto digits = rest - word.begin();
  const bool ends = rest == word.end() || is_upper(*rest);
  return (digits > 0 && digits <= kMostDigits && ends) || word.starts_with("*") ||
         word.starts_with("\xE2\x80\xA0");  // dagger
}

std::string utf8_of(const poppler::ustring& text) {
  const auto bytes = text.to_utf8();
  return {bytes.begin(), bytes.end()};
}

/// Whether a word may be a raised mark: "1", "12", "*".
bool may_be_mark(std::string_view text) {
  constexpr std::size_t kLongest = 2;
  return !text.empty() && text.size() <= kLongest && (std::ranges::all_of(text, is_digit) || text == "*");
}

/// Whether `mark` is smaller than the word before it, directly after it, and raised.
bool is_raised(const poppler::text_box& mark, const poppler::text_box& before) {
  constexpr double kSmaller = 0.8;  // as a share of the word's font size
  constexpr double kHigher = 0.1;   // as a share of the word's height
  constexpr double kNear = 0.5;     // also; between the word and the mark
  const auto own = mark.bbox();
  const auto word = before.bbox();
  return mark.has_font_info() && before.has_font_info() && mark.get_font_size() < kSmaller * before.get_font_size() &&
         own.bottom() < word.bottom() - kHigher * word.height() && own.bottom() > word.top() &&
         std::abs(own.left() - word.right()) < kNear * word.height();
}

std::vector<RaisedMark> raised_marks(const std::vector<poppler::text_box>& boxes) {
  std::vector<RaisedMark> marks;
  for (std::size_t i = 1; i < boxes.size(); ++i) {
    const auto mark = utf8_of(boxes[i].text());
    if (!may_be_mark(mark) || !is_raised(boxes[i], boxes[i - 1])) continue;
    marks.push_back({utf8_of(boxes[i - 1].text()), mark, boxes[i - 1].has_space_after()});
  }
  return marks;
}

std::vector<Word> words_of(const std::vector<poppler::text_box>& boxes) {
  std::vector<Word> words;
  for (const auto& word : boxes) {
    const auto box = word.bbox();
    const auto size = word.has_font_info() ? word.get_font_size() : box.height();
    words.push_back({box.left(), box.top(), box.right(), box.bottom(), size, opens_note(word.text())});
  }
  return words;
}

/// The x of a strip in the middle of the page that almost no word touches, with words on both sides; 0 if there is
/// none. Several places near the middle are tried, because margins differ.
double gutter_of(const poppler::rectf& area, const std::vector<Word>& words) {
  constexpr std::size_t kFewestWords = 60;
  if (words.size() < kFewestWords) return 0;
  for (const double share : {0.5, 0.48, 0.52, 0.46, 0.54}) {
    const auto x = area.left() + area.width() * share;
    const auto crossing =
        std::ranges::count_if(words, [&](const Word& word) { return word.left < x && word.right > x; });
    const auto left = std::ranges::count_if(words, [&](const Word& word) { return word.right <= x; });
    const auto all = static_cast<std::ptrdiff_t>(words.size());
    const auto right = all - left - crossing;
    const bool balanced = std::min(left, right) * 3 > std::max(left, right);
    if (crossing * 100 > all || !balanced) continue;
    // In a single column words end anywhere; at a gutter they end before it and begin after it.
    const auto clear = area.width() * 0.012;
    const auto near =
        std::ranges::count_if(words, [&](const Word& word) { return word.right > x - clear && word.left < x + clear; });
    if (near * 50 < all) return x;
  }
  return 0;
}

/// The words of one printed line, divided by the gutter.
struct PrintedRow {
  double top;
  double bottom;
  double left_end = 0;     ///< where the part before the gutter ends; 0 if there is none
  double right_begin = 0;  ///< where the part after it begins
  double size = 0;         ///< of its largest word
  bool crosses = false;    ///< as given by one of its words

  void add(const Word& word, double gutter) {
    top = std::min(top, word.top);
    bottom = std::max(bottom, word.bottom);
    size = std::max(size, word.size);
    if (word.right <= gutter) {
      left_end = std::max(left_end, word.right);
    } else if (word.left >= gutter) {
      right_begin = right_begin == 0 ? word.left : std::min(right_begin, word.left);
    } else {
      crosses = true;
    }
  }
  /// Whether the line extends across both columns: a word crosses the gutter, or only a space separates the words at
  /// it.
  [[nodiscard]] bool spans() const {
    constexpr double kWidestSpace = 0.8;
    return crosses || (left_end > 0 && right_begin > 0 && right_begin - left_end < size * kWidestSpace);
  }
  /// Whether it is a number or a title in a corner of the page: on one side of the gutter only, and away from the text.
  [[nodiscard]] bool stands_apart(double distance) const {
    constexpr double kApart = 1.5;
    return (left_end == 0 || right_begin == 0) && distance > size * kApart;
  }
};

/// The rows from the top of the page down. A word belongs to a row if its middle is not below the row.
std::vector<PrintedRow> rows_of(std::vector<Word> words, double gutter) {
  std::ranges::sort(words, {}, &Word::top);
  std::vector<PrintedRow> rows;
  for (const auto& word : words) {
    if (rows.empty() || (word.top + word.bottom) / 2 > rows.back().bottom) rows.push_back({word.top, word.bottom});
    rows.back().add(word, gutter);
  }
  return rows;
}

/// Narrows the columns to the part of the page without lines above or below both of them.
void find_columns(const std::vector<Word>& words, PageLayout& layout) {
  const auto rows = rows_of(words, layout.gutter);
  std::size_t first = 0;
  while (first + 1 < rows.size() &&
         (rows[first].spans() || rows[first].stands_apart(rows[first + 1].top - rows[first].bottom))) {
    ++first;
    layout.columns_top = (rows[first - 1].bottom + rows[first].top) / 2;
  }
  for (auto last = rows.size(); last-- > first + 1;) {
    if (!rows[last].spans() && !rows[last].stands_apart(rows[last].top - rows[last - 1].bottom)) return;
    layout.columns_bottom = (rows[last - 1].bottom + rows[last].top) / 2;
  }
}

/// The most common size of words, rounded to a tenth of a point.
double body_size(const std::vector<Word>& words) {
  std::map<long, std::size_t> count;
  for (const auto& word : words) ++count[std::lround(word.size * 10)];
  const auto most = std::ranges::max_element(count, {}, [](const auto& entry) { return entry.second; });
  return most == count.end() ? 0 : static_cast<double>(most->first) / 10;
}

/// The lines from the bottom of the page up.
std::vector<PrintedLine> lines_from_below(std::vector<Word> words) {
  std::ranges::sort(words, [](const Word& a, const Word& b) { return a.bottom > b.bottom; });
  std::vector<PrintedLine> lines;
  double first = 0;  // left edge of the line's first word
  for (const auto& word : words) {
    const auto middle = (word.top + word.bottom) / 2;
    if (lines.empty() || middle < lines.back().top) {
      lines.push_back({word.top, word.bottom, word.size, word.opens_note});
      first = word.left;
      continue;
    }
    auto& line = lines.back();
    line.top = std::min(line.top, word.top);
    line.size = std::max(line.size, word.size);
    if (word.left < first) {
      first = word.left;
      line.opens_note = word.opens_note;
    }
  }
  return lines;
}

/// The y of the first footnote, or of the lower edge of the page if there are none. Footnotes are only looked for in
/// the lower half of the page.
double footnotes_of(const poppler::rectf& area, const std::vector<Word>& words) {
  constexpr double kSmall = 0.93;  // as a share of the body's size
  constexpr std::size_t kMostLinesBelow = 2;
  const auto body = body_size(words);
  const auto lines = lines_from_below(words);
  std::size_t below = 0;
  auto top = area.bottom();
  bool in_notes = false;
  for (const auto& line : lines) {
    const bool is_small = line.size < body * kSmall;
    if (line.top < area.top() + area.height() / 2) break;
    if (!is_small && (in_notes || ++below > kMostLinesBelow)) break;
    in_notes = in_notes || is_small;
    if (is_small && line.opens_note) top = line.top;
  }
  return top;
}

}  // namespace

PageLayout layout_of(const poppler::page& page) {
  const auto area = page.page_rect();
  const auto boxes = page.text_list(poppler::page::text_list_include_font);
  const auto words = words_of(boxes);
  PageLayout layout{gutter_of(area, words), area.top(), area.bottom(), footnotes_of(area, words), raised_marks(boxes)};
  if (layout.gutter > 0) find_columns(words, layout);
  return layout;
}

}  // namespace treatygraph::ingest
