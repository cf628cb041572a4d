// A line such as "Annex 702.1" may open an annex, name it in a list or cite it. It opens an annex if the line before it
// ended a sentence, if the words beside the number look like a heading, and if sentences or numbered paragraphs follow
// before the next such line.

#include "ingest/documents/printed_annexes.h"

#include <algorithm>

#include <re2/re2.h>

#include "ingest/structure/headings.h"
#include "ingest/text/lines.h"
#include "ingest/text/pattern_piece.h"

namespace treatygraph::ingest {
namespace {

constexpr std::size_t kLongestHeading = 160;

/// Whether the words contain a sentence or a numbered paragraph.
bool has_sentence(std::string_view words) {
  static const RE2 sentence(R"((?m)[a-z]{3}[.;:](?:\s|$)|^\s*(?:\d+\.|\([a-z]\))\s)");
  return RE2::PartialMatch(piece(words), sentence);
}

/// Whether a line can be the heading of an annex: short, without a stop at its end and without the verb of a provision.
bool is_heading(std::string_view line) {
  static const RE2 verb(R"(\b(?:shall|must|may)\b)");
  return line.size() <= kLongestHeading && begins_sentence(line.front()) &&
         std::string_view(".;:,").find(line.back()) == std::string_view::npos && !RE2::PartialMatch(piece(line), verb);
}

/// Whether the line at `at` begins something new: nothing is before it, or the line before ended a sentence.
bool begins_anew(std::string_view words, std::size_t at) {
  const auto before = words.substr(0, at).find_last_not_of(" \t\r\n");
  return before == std::string_view::npos || words[before] == '.' || words[before] == '"';
}

/// The heading without the first section of the annex, if that is on the same line: "Rules on boats Section A -
/// Canoes". The section is read like the words below.
std::string_view without_section(std::string_view rest) {
  static const RE2 section(R"((\s(?:SECTION|Section)\s+(?:A|I|1)\b))");
  re2::StringPiece found;
  if (!RE2::PartialMatch(piece(rest), section, &found)) return rest;
  return rest.substr(0, static_cast<std::size_t>(found.data() - rest.data()));
}

/// Takes the words on the line of the number, or else the line below if it is a heading.
void read_heading(std::string_view words, std::string_view rest, PrintedAnnex& annex) {
  rest = without_section(rest);
  annex.body = static_cast<std::size_t>(rest.data() - words.data()) + rest.size();
  if (const auto words_of_line = trimmed(rest); !words_of_line.empty()) {
    annex.heading = fold(words_of_line);
    return;
  }
  const auto first = words.find_first_not_of(" \t\r\n", annex.body);
  if (first == std::string_view::npos) return;
  const LineRange line{first, std::min(words.find('\n', first), words.size())};
  const auto heading = trimmed(words.substr(line.first, line.size()));
  if (!is_heading(heading) || heading_at(words, line.first, line.last)) return;
  annex.heading = fold(heading);
  annex.body = line.last;
}

/// A line that may open an annex.
struct AnnexLine {
  PrintedAnnex annex;
  bool begins_anew = false;
};

/// All such lines, in order.
std::vector<AnnexLine> annex_lines(std::string_view words) {
  static const RE2 pattern(
      R"((?m)^[ \t]*((?:ANNEX|Annex|APPENDIX|Appendix|SCHEDULE|Schedule|PROTOCOL|Protocol)[ \t]+(?:(?:[A-Z]{1,2}-)?\d{1,4}(?:[.-]\d{1,4})*(?:[.-][A-Z])?|[IVXLC]+|[A-Z])\b)[ \t]*([:.–—-]*)([^\n]*))");
  std::vector<AnnexLine> lines;
  auto rest = piece(words);
  re2::StringPiece printed;
  re2::StringPiece separator;
  re2::StringPiece heading;
  while (RE2::FindAndConsume(&rest, pattern, &printed, &separator, &heading)) {
    const auto on_line = trimmed({heading.data(), heading.size()});
    if (!on_line.empty() && !is_heading(on_line)) continue;
    AnnexLine line;
    line.annex.start = static_cast<std::size_t>(printed.data() - words.data());
    line.annex.printed = std::string(printed);
    line.begins_anew = begins_anew(words, line.annex.start);
    read_heading(words, {heading.data(), heading.size()}, line.annex);
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace

std::vector<PrintedAnnex> printed_annexes(std::string_view words) {
  const auto lines = annex_lines(words);
  std::vector<PrintedAnnex> annexes;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto end = i + 1 < lines.size() ? lines[i + 1].annex.start : words.size();
    const auto& annex = lines[i].annex;
    if (lines[i].begins_anew && has_sentence(words.substr(annex.body, end - annex.body))) annexes.push_back(annex);
  }
  return annexes;
}

}  // namespace treatygraph::ingest
