#include "ingest/references/heading_lines.h"

#include <algorithm>
#include <cctype>

#include <re2/re2.h>

#include "ingest/text/lines.h"
#include "ingest/text/pattern_piece.h"

namespace treatygraph::ingest {
namespace {

/// Whether the words before a line leave their sentence open: "in accordance with", "Chapters II,". After an empty line
/// a heading is possible even if the text before lacks its stop; a title after the number needs the stop.
bool goes_on(std::string_view before, bool has_title, const ReferencePhrases& phrases) {
  constexpr std::size_t kLongestHeading = 70;
  const auto words = trimmed(before);
  if (words.empty()) return false;
  const auto last_line = words.substr(words.rfind('\n') + 1);
  if (RE2::PartialMatch(piece(last_line), phrases.sentence_goes_on)) return true;
  const auto gap = before.substr(static_cast<std::size_t>(words.data() + words.size() - before.data()));
  const bool is_blank_between = std::ranges::count(gap, '\n') > 1;
  const bool is_ended = std::string_view(".;!?)”\"").find(words.back()) != std::string_view::npos;
  if (is_ended) return false;
  return !is_blank_between || (has_title && (words.back() == ',' || last_line.size() > kLongestHeading));
}

bool is_followed_by_small_letter(std::string_view text, std::size_t at) {
  while (at < text.size() && std::isspace(static_cast<unsigned char>(text[at])) != 0) ++at;
  return at < text.size() && std::islower(static_cast<unsigned char>(text[at])) != 0;
}

bool is_title(std::string_view rest, const ReferencePhrases& phrases) {
  static const RE2 begins(R"re(^(?:[.:–—-]\s*)?[A-Z"“À-Þ][A-Za-zÀ-ÿ])re");
  constexpr std::size_t kLongest = 120;
  return rest.size() <= kLongest && RE2::PartialMatch(piece(rest), begins) &&
         !RE2::PartialMatch(piece(rest), phrases.heading_verb);
}

}  // namespace

bool is_heading_line(std::string_view text, std::size_t first, std::size_t last, const ReferencePhrases& phrases) {
  const auto line = line_around(text, first);
  if (!trimmed(text.substr(line.first, first - line.first)).empty()) return false;
  auto words = piece(text.substr(first, line.last - first));
  if (!RE2::Consume(&words, phrases.heading_unit)) return false;
  const auto rest = trimmed({words.data(), words.size()});
  const bool is_alone = rest.empty() || rest == "." || rest == ":" || RE2::PartialMatch(piece(rest), phrases.of_whole);
  if (!is_alone && (last > line.last || !is_title(rest, phrases))) return false;
  return !goes_on(text.substr(0, line.first), !is_alone, phrases) && !is_followed_by_small_letter(text, line.last);
}

}  // namespace treatygraph::ingest
