// Some treaties print the title of an article above its number. A single line above a number may also be the end of the
// article before, so the text as a whole decides: at least three articles and two thirds of all must have words above,
// and at most one third words below.

#include "ingest/structure/headings_above.h"

#include <optional>

#include "graph/ascii.h"
#include "ingest/structure/list_marks.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {
namespace {

bool is_article(const Heading& heading) {
  return is_unit(heading.kind);
}

/// The line that ends before `at`, not before `floor`. If `over_blanks`, empty lines between are skipped; otherwise
/// there is no line beyond an empty one. An empty range if there is none.
LineRange line_before(std::string_view text, std::size_t at, std::size_t floor, bool over_blanks) {
  auto end = at;
  std::size_t line_ends = 0;
  while (end > floor && is_space(text[end - 1])) {
    line_ends += text[--end] == '\n' ? 1U : 0U;
  }
  if (end == floor || line_ends == 0 || (line_ends > 1 && !over_blanks)) return {floor, floor};
  auto line = line_around(text, end - 1);
  while (line.first < end && text[line.first] == ' ') ++line.first;
  return {std::max(line.first, floor), end};
}

// Neither a heading nor a point of a list.
bool may_open_heading(std::string_view text, const LineRange& line, const StructureWords& language) {
  const auto words = text.substr(line.first, line.size());
  return begins_sentence(words.front()) && !heading_at(text, line.first, line.last, language) &&
         find_list_marks(text, line.first, line.last, language).empty();
}

/// The few lines above the number of an article, up to an empty line or the end of a sentence. Nothing if a sentence
/// continues into them or ends in them, or if they are too long for a title.
std::optional<LineRange> words_above(std::string_view text, const Heading& heading, std::size_t floor,
                                     const StructureWords& language) {
  constexpr int kMostLines = 3;
  constexpr std::size_t kLongest = 150;
  auto line = line_before(text, heading.start, floor, true);
  if (line.size() == 0 || ends_with_stop(text.substr(line.first, line.size()))) return std::nullopt;
  LineRange words = line;
  for (int lines = 1;; ++lines) {
    words.first = line.first;
    line = line_before(text, line.first, floor, false);
    if (line.size() == 0 || ends_with_stop(text.substr(line.first, line.size()))) break;
    if (lines == kMostLines) return std::nullopt;
  }
  const LineRange first_line{words.first, line_around(text, words.first).last};
  return words.size() <= kLongest && may_open_heading(text, first_line, language) ? std::optional(words) : std::nullopt;
}

/// Counts first, then changes the headings.
class ReaderAbove {
 public:
  ReaderAbove(std::string_view text, Headings& headings, const WordUse& use)
      : text_(text), headings_(headings), use_(use) {}

  void read() {
    std::vector<std::optional<LineRange>> above(headings_.all.size());
    std::size_t articles = 0;
    std::size_t with_words_above = 0;
    std::size_t with_words_below = 0;
    for (std::size_t i = 0; i < headings_.all.size(); ++i) {
      if (!is_article(headings_.all[i])) continue;
      above[i] = words_above(text_, headings_.all[i], floor_of(i), use_.language());
      ++articles;
      with_words_above += above[i] ? 1U : 0U;
      with_words_below += words_below(i).words.empty() ? 0U : 1U;
    }
    constexpr std::size_t kFewest = 3;
    const bool is_usual = with_words_above >= kFewest && with_words_above * 3 >= articles * 2;
    if (!is_usual || with_words_below * 3 > articles) return;
    for (std::size_t i = 0; i < headings_.all.size(); ++i) {
      const auto next = i + 1 < above.size() ? above[i + 1] : std::nullopt;
      if (above[i]) set(i, *above[i], next ? next->first : end_of(i));
    }
  }

 private:
  // The words above the next article are not part of this one, so they are the end of its text.
  void set(std::size_t i, const LineRange& words, std::size_t end) {
    auto& heading = headings_.all[i];
    const auto body = heading_words(text_, heading, end, use_).body;
    heading.given = HeadingWords{fold(text_.substr(words.first, words.size())), body, {}};
    heading.words_above = words.first;
  }

  [[nodiscard]] std::size_t end_of(std::size_t i) const {
    return i + 1 < headings_.all.size() ? headings_.all[i + 1].start : headings_.end;
  }

  [[nodiscard]] HeadingWords words_below(std::size_t i) const {
    return heading_words(text_, headings_.all[i], end_of(i), use_);
  }

  /// The earliest start of the words above: after the heading before. If that is a division, its own words come first.
  [[nodiscard]] std::size_t floor_of(std::size_t i) const {
    if (i == 0) return headings_.start;
    const auto& before = headings_.all[i - 1];
    return is_article(before) ? before.after : words_below(i - 1).body;
  }

  std::string_view text_;
  Headings& headings_;
  const WordUse& use_;
};

}  // namespace

void read_headings_above(std::string_view text, Headings& headings, const WordUse& use) {
  ReaderAbove(text, headings, use).read();
}

}  // namespace treatygraph::ingest
