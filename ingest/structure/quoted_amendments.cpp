// A quotation counts if a colon is directly before it and the sentence before the colon amends ("replaced", "inserted",
// "shall read"). “ and ” can be nested and are counted. Straight marks, ‘ ’ and « » are ambiguous, and some quotations
// are never closed, so they end with the first such mark at the end of a line. A limit on the length keeps one missing
// mark from hiding the rest of the text.

#include "ingest/structure/quoted_amendments.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <re2/re2.h>

#include "graph/ascii.h"
#include "ingest/structure/headings.h"
#include "ingest/structure/unmarked_amendments.h"

namespace treatygraph::ingest {
namespace {

constexpr std::string_view kOpening = "“";
constexpr std::string_view kClosing = "”";
/// Ambiguous marks: an apostrophe, or a mark that may open or close. They close only at the end of a line.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kOtherMarks = {
    {{"\"", "\""}, {"‘", "’"}, {"«", "»"}}};
constexpr std::size_t kLongestQuotation = 60'000;  ///< bytes

/// Whether the words before a colon announce an amendment: one of these verbs, and no full stop after it.
bool amends(std::string_view before) {
  static const RE2 verb(
      R"((?is).*\b(?:replaced|inserted|added|substituted|amended|amendment|reads?|worded|deleted and)\b[^.]*)");
  constexpr std::size_t kWindow = 300;
  const auto words = before.substr(before.size() - std::min(before.size(), kWindow));
  return RE2::FullMatch(re2::StringPiece(words.data(), words.size()), verb);
}

bool begins_line(std::string_view text, std::size_t at) {
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t')) --at;
  return at == 0 || text[at - 1] == '\n';
}

/// Whether only punctuation, "and", "or" or the end of a table row follows on the line.
bool ends_line(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == '.' || text[at] == ';' || text[at] == ',')) ++at;
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t' || text[at] == '|')) ++at;
  const auto rest = text.substr(at, 4);
  return rest.empty() || rest.front() == '\n' || rest.starts_with("and\n") || rest.starts_with("or\n");
}

/// The offset after the mark that closes the “ at `at`, or after the first ” that ends a line, because some are never
/// closed. Each paragraph of a quotation may begin with its own “, which does not open a new level. `at` if it does not
/// end.
std::size_t end_of_curly(std::string_view text, std::size_t at) {
  int depth = 0;
  const auto last = std::min(text.size(), at + kLongestQuotation);
  for (auto i = at; i < last; i = text.find(kOpening.front(), i + 1)) {
    const auto following = i + kClosing.size();
    if (text.substr(i, kOpening.size()) == kOpening) {
      depth += depth > 0 && begins_line(text, i) ? 0 : 1;
    } else if (text.substr(i, kClosing.size()) == kClosing && (--depth == 0 || ends_line(text, following))) {
      return following;
    }
  }
  return at;
}

/// The same for an ambiguous mark: the offset after the first one that ends a line.
std::size_t end_of_other(std::string_view text, std::size_t at, std::string_view opening, std::string_view closing) {
  const auto last = std::min(text.size(), at + kLongestQuotation);
  for (auto i = text.find(closing, at + opening.size()); i < last; i = text.find(closing, i + closing.size())) {
    const auto following = i + closing.size();
    if (ends_line(text, following) && !is_space(text[i - 1])) return following;
  }
  return at;
}

/// The end of the line above the next unit of the amending instrument, article 3 after the article 2 that `at` is in;
/// or `last` if that comes first. It ends quotations whose marks are never closed.
std::size_t next_own_unit(std::string_view text, std::size_t at, std::size_t last) {
  std::optional<Heading> own;
  for (auto line = line_around(text, at); !own && line.first > 0;) {
    line = line_around(text, line.first - 1);
    own = heading_at(text, line.first, line.last);
    if (own && !is_unit(own->kind)) own.reset();
  }
  if (!own) return last;
  const auto said = text.substr(own->after, at - own->after);
  for (auto start = text.find('\n', at); start < last; start = text.find('\n', start + 1)) {
    const auto line_end = std::min(text.find('\n', start + 1), text.size());
    const auto next = heading_at(text, start + 1, line_end);
    if (!next || next->kind != own->kind || next->value != own->value + 1) continue;
    if (said.find(text.substr(next->start, next->after - next->start)) == std::string_view::npos) return start;
  }
  return last;
}

/// The offset after the quotation that starts at `at`; `at` if there is none.
std::size_t end_of_quotation(std::string_view text, std::size_t at) {
  const auto rest = text.substr(at, kOpening.size());
  if (rest == kOpening) return end_of_curly(text, at);
  for (const auto& [opening, closing] : kOtherMarks) {
    if (rest.starts_with(opening)) return next_own_unit(text, at, end_of_other(text, at, opening, closing));
  }
  return at;
}

bool opens_quotation(std::string_view text, std::size_t at) {
  const auto rest = text.substr(at, kOpening.size());
  return rest == kOpening ||
         std::ranges::any_of(kOtherMarks, [&](const auto& marks) { return rest.starts_with(marks.first); });
}

/// Adds the amendments without quotation marks, except those that overlap a quotation.
void add_unmarked(std::string_view text, std::vector<LineRange>& quoted) {
  const auto is_known = [&, known = quoted](const LineRange& range) {
    return std::ranges::any_of(
        known, [&](const LineRange& other) { return other.first < range.last && range.first < other.last; });
  };
  for (const auto& range : unmarked_amendments(text)) {
    if (!is_known(range)) quoted.push_back(range);
  }
  std::ranges::sort(quoted, {}, &LineRange::first);
}

}  // namespace

std::vector<LineRange> quoted_amendments(std::string_view text, const StructureWords& language) {
  if (!language.reads_amendments) return {};
  std::vector<LineRange> quoted;
  for (auto colon = text.find(':'); colon != std::string_view::npos; colon = text.find(':', colon + 1)) {
    auto at = colon + 1;
    while (at < text.size() && is_space(text[at])) ++at;
    if (!opens_quotation(text, at) || !amends(text.substr(0, colon))) continue;
    const auto end = end_of_quotation(text, at);
    if (end == at) continue;
    quoted.push_back({at, end});
    colon = end - 1;
  }
  add_unmarked(text, quoted);
  return quoted;
}

bool is_quoted(const std::vector<LineRange>& quoted, std::size_t at) {
  const auto after = std::ranges::upper_bound(quoted, at, {}, &LineRange::first);
  return after != quoted.begin() && at < std::prev(after)->last;
}

}  // namespace treatygraph::ingest
