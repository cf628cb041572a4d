// A line is a heading if it begins with a word for a provision and its number, ends there or continues with a title,
// and no sentence runs through it. The words themselves do not tell: "Article 5" at the start of a line may be the end
// of "in accordance with / Article 5". Therefore the line above (does it leave its sentence open?) and the text below
// (does it continue with a small letter?) are considered.

#include "ingest/references/heading_lines.h"

#include <algorithm>

#include <re2/re2.h>

#include "graph/ascii.h"
#include "ingest/text/lines.h"
#include "ingest/text/pattern_piece.h"

namespace treatygraph::ingest {
namespace {

/// Whether a line ends in the middle of a sentence: "in accordance with", "the Appendices are:".
bool leaves_open(std::string_view line, const ReferencePhrases& phrases) {
  return RE2::PartialMatch(piece(line), phrases.sentence_goes_on);
}

/// Whether the words before a line leave their sentence open: "in accordance with", "Chapters II,". After an empty line
/// a heading is possible even if the text before lacks its stop; a title after the number needs the stop.
bool goes_on(std::string_view before, bool has_title, const ReferencePhrases& phrases) {
  constexpr std::size_t kLongestHeading = 70;
  const auto words = trimmed(before);
  if (words.empty()) return false;
  const auto last_line = words.substr(words.rfind('\n') + 1);
  if (leaves_open(last_line, phrases)) return true;
  const auto gap = before.substr(static_cast<std::size_t>(words.data() + words.size() - before.data()));
  const bool is_blank_between = std::ranges::count(gap, '\n') > 1;
  const bool is_ended = std::string_view(".;!?)”\"").find(words.back()) != std::string_view::npos;
  if (is_ended) return false;
  return !is_blank_between || (has_title && (words.back() == ',' || last_line.size() > kLongestHeading));
}

/// Whether the text from `at` on continues with a small letter, so the sentence is not finished.
bool is_followed_by_small_letter(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at < text.size() && is_lower(text[at]);
}

/// Whether the rest of a line may be the title of a provision: it begins with a capital, is short and has no verb.
bool is_title(std::string_view rest, const ReferencePhrases& phrases) {
  static const RE2 begins(R"re(^(?:[.:–—-]\s*)?[A-Z"“À-Þ][A-Za-zÀ-ÿ])re");
  constexpr std::size_t kLongest = 120;
  return rest.size() <= kLongest && RE2::PartialMatch(piece(rest), begins) &&
         !RE2::PartialMatch(piece(rest), phrases.heading_verb);
}

/// "ANNEX 1: Agreement on Boats", "Schedule II    Tolls", "Article 2 Ink": a line of a list of headings.
bool says_heading_alone(std::string_view line, const ReferencePhrases& phrases) {
  auto words = piece(line);
  const bool is_annex = RE2::Consume(&words, phrases.listed_annex);
  if (!is_annex && !RE2::Consume(&words, phrases.listed_unit)) return false;
  const auto rest = trimmed({words.data(), words.size()});
  return (is_annex && rest.empty()) || (is_title(rest, phrases) && !leaves_open(rest, phrases));
}

/// "    Agreement on Wheat", below the annex that contains it.
bool names_part_of_annex(std::string_view line, const ReferencePhrases& phrases) {
  return line.starts_with("  ") && is_title(trimmed(line), phrases);
}

/// The nearest line with words above or below, beyond a few empty lines at most; empty if there is none.
LineRange neighbour(std::string_view text, LineRange line, bool above) {
  constexpr int kMostLines = 4;
  for (int i = 0; i < kMostLines; ++i) {
    if (above ? line.first == 0 : line.last >= text.size()) break;
    line = line_around(text, above ? line.first - 1 : line.last + 1);
    if (!trimmed(text.substr(line.first, line.size())).empty()) return line;
  }
  return {};
}

/// Counts the lines in a row that are such headings, from `line` on; `line` becomes the one after them.
int headings_named(std::string_view text, LineRange& line, bool above, const ReferencePhrases& phrases) {
  constexpr int kMostLines = 60;
  int named = 0;
  for (int i = 0; i < kMostLines && line.size() > 0; ++i) {
    const auto words = text.substr(line.first, line.size());
    if (!says_heading_alone(words, phrases) && !names_part_of_annex(words, phrases)) break;
    named += says_heading_alone(words, phrases) ? 1 : 0;
    line = neighbour(text, line, above);
  }
  return named;
}

/// Whether the line is the heading of new text: "... shall be replaced by the following:" is above it, and its
/// sentences are below. A list of articles after a colon is not meant.
bool heads_what_is_announced(std::string_view text, const LineRange& line, const ReferencePhrases& phrases) {
  const auto before = text.substr(0, line.first);
  const auto above = trimmed(before);
  const auto below = neighbour(text, line, false);
  const auto words = trimmed(text.substr(below.first, below.size()));
  const auto gap =
      before.substr(std::min(before.size(), above.size() + static_cast<std::size_t>(above.data() - before.data())));
  return above.ends_with(':') && std::ranges::count(gap, '\n') > 1 && !words.empty() &&
         begins_sentence(words.front()) && !RE2::PartialMatch(piece(words), phrases.another_heading);
}

}  // namespace

/// Counts headings above and below the line. Two make a list, unless the line above them ends in the middle of a
/// sentence: "The annexes to this Convention are:" announces them, so they are cited.
bool is_in_list_of_headings(std::string_view text, std::size_t at, const ReferencePhrases& phrases) {
  constexpr int kFewest = 2;
  const auto line = line_around(text, at);
  const auto words = text.substr(line.first, line.size());
  if (!says_heading_alone(words, phrases) && !names_part_of_annex(words, phrases)) return false;
  auto above = line;
  auto below = neighbour(text, line, false);
  const int named = headings_named(text, above, true, phrases) + headings_named(text, below, false, phrases);
  return named >= kFewest && !leaves_open(trimmed(text.substr(above.first, above.size())), phrases);
}

/// A title after the number makes the line look more like a sentence, so the text before it is examined more strictly
/// (goes_on).
bool is_heading_line(std::string_view text, std::size_t first, std::size_t last, const ReferencePhrases& phrases) {
  const auto line = line_around(text, first);
  if (!trimmed(text.substr(line.first, first - line.first)).empty()) return false;
  // `words` becomes what follows the number on the line.
  auto words = piece(text.substr(first, line.last - first));
  if (!RE2::Consume(&words, phrases.heading_unit)) return false;
  const auto rest = trimmed({words.data(), words.size()});
  const bool is_alone = rest.empty() || rest == "." || rest == ":" || RE2::PartialMatch(piece(rest), phrases.of_whole);
  if (!is_alone && (last > line.last || !is_title(rest, phrases))) return false;
  if (is_alone && heads_what_is_announced(text, line, phrases)) return true;
  return !goes_on(text.substr(0, line.first), !is_alone, phrases) && !is_followed_by_small_letter(text, line.last);
}

bool is_title_below_heading(std::string_view text, std::size_t first, std::size_t last,
                            const ReferencePhrases& phrases) {
  const auto line = line_around(text, first);
  const bool fills_line = trimmed(text.substr(line.first, first - line.first)).empty() && last <= line.last &&
                          trimmed(text.substr(last, line.last - last)).empty();
  if (!fills_line) return false;
  const auto above = neighbour(text, line, true);
  const auto words = trimmed(text.substr(above.first, above.size()));
  if (words.empty()) return false;
  const auto start = static_cast<std::size_t>(words.data() - text.data());
  return is_heading_line(text, start, start + words.size(), phrases);
}

}  // namespace treatygraph::ingest
