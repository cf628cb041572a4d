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
bool goes_on(std::string_view before, bool has_title) {
  static const RE2 open(
      R"re((?i)(?:\b(?:of|in|with|under|to|and|or|by|from|the|for|on|than|see|both|either|as|at|article|articles|paragraph|section|chapter|annex)|[-–:])$)re");
  constexpr std::size_t kLongestHeading = 70;
  const auto words = trimmed(before);
  if (words.empty()) return false;
  const auto last_line = words.substr(words.rfind('\n') + 1);
  if (RE2::PartialMatch(piece(last_line), open)) return true;
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

bool is_title(std::string_view rest) {
  static const RE2 verb(
      R"re((?i)\b(?:shall|may|must|will|appl(?:y|ies)|is|are|was|were|does|do|has|have|provides?|constitutes?|forms?|contains?|sets?|refers?)\b|[;,]$|\.$)re");
  static const RE2 begins(R"re(^(?:[.:–—-]\s*)?[A-Z"“][A-Za-z])re");
  constexpr std::size_t kLongest = 120;
  return rest.size() <= kLongest && RE2::PartialMatch(piece(rest), begins) && !RE2::PartialMatch(piece(rest), verb);
}

}  // namespace

bool is_heading_line(std::string_view text, std::size_t first, std::size_t last) {
  const auto line = line_around(text, first);
  if (!trimmed(text.substr(line.first, first - line.first)).empty()) return false;
  static const RE2 unit(
      R"re((?i)^(?:article|rule|regulation|standard|guideline|principle|clause|annex|appendix|schedule|protocol|part|title|chapter|section|sub-?section)s? +[A-Z0-9][A-Za-z0-9.-]*(?: bis| ter)?)re");
  auto words = piece(text.substr(first, line.last - first));
  if (!RE2::Consume(&words, unit)) return false;
  const auto rest = trimmed({words.data(), words.size()});
  static const RE2 of_whole(R"re((?i)^to (?:the |this )?[A-Z][A-Za-z]+(?: [IVXLC0-9A-Z-]+)?$)re");
  const bool is_alone = rest.empty() || rest == "." || rest == ":" || RE2::PartialMatch(piece(rest), of_whole);
  if (!is_alone && (last > line.last || !is_title(rest))) return false;
  return !goes_on(text.substr(0, line.first), !is_alone) && !is_followed_by_small_letter(text, line.last);
}

}  // namespace treatygraph::ingest
