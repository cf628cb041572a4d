#include "ingest/structure/quoted_amendments.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include <re2/re2.h>

#include "graph/ascii.h"

namespace treatygraph::ingest {
namespace {

constexpr std::string_view kOpening = "“";
constexpr std::string_view kClosing = "”";
/// Marks that stand for something else as well, an apostrophe or a mark that opens: they close at the end of a line.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kOtherMarks = {
    {{"\"", "\""}, {"‘", "’"}, {"«", "»"}}};
constexpr std::size_t kLongest = 60'000;

/// Whether the words before a colon put something into another instrument.
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

/// Whether a mark that ends at `behind` ends its line, a stop or semicolon aside.
bool ends_line(std::string_view text, std::size_t behind) {
  while (behind < text.size() && (text[behind] == '.' || text[behind] == ';' || text[behind] == ',')) ++behind;
  while (behind < text.size() && (text[behind] == ' ' || text[behind] == '\t')) ++behind;
  const auto rest = text.substr(behind, 4);
  return rest.empty() || rest.front() == '\n' || rest.starts_with("and\n") || rest.starts_with("or\n");
}

/// Past the mark that closes what “ opened at `at`, or that ends a line, since some are never closed; each paragraph
/// may begin with a mark of its own.
std::size_t end_of_curly(std::string_view text, std::size_t at) {
  int depth = 0;
  const auto last = std::min(text.size(), at + kLongest);
  for (auto i = at; i < last; i = text.find(kOpening.front(), i + 1)) {
    const auto behind = i + kClosing.size();
    if (text.substr(i, kOpening.size()) == kOpening) {
      depth += depth > 0 && begins_line(text, i) ? 0 : 1;
    } else if (text.substr(i, kClosing.size()) == kClosing && (--depth == 0 || ends_line(text, behind))) {
      return behind;
    }
  }
  return at;
}

/// The same of a mark that may stand for something else: the first that ends a line.
std::size_t end_of_other(std::string_view text, std::size_t at, std::string_view opening, std::string_view closing) {
  const auto last = std::min(text.size(), at + kLongest);
  for (auto i = text.find(closing, at + opening.size()); i < last; i = text.find(closing, i + closing.size())) {
    const auto behind = i + closing.size();
    if (ends_line(text, behind) && !is_space(text[i - 1])) return behind;
  }
  return at;
}

/// Past what is quoted from `at` on, or `at`.
std::size_t end_of_quotation(std::string_view text, std::size_t at) {
  const auto rest = text.substr(at, kOpening.size());
  if (rest == kOpening) return end_of_curly(text, at);
  for (const auto& [opening, closing] : kOtherMarks) {
    if (rest.starts_with(opening)) return end_of_other(text, at, opening, closing);
  }
  return at;
}

bool opens_quotation(std::string_view text, std::size_t at) {
  const auto rest = text.substr(at, kOpening.size());
  return rest == kOpening ||
         std::ranges::any_of(kOtherMarks, [&](const auto& marks) { return rest.starts_with(marks.first); });
}

}  // namespace

std::vector<LineRange> quoted_amendments(std::string_view text) {
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
  return quoted;
}

bool is_quoted(const std::vector<LineRange>& quoted, std::size_t at) {
  const auto after = std::ranges::upper_bound(quoted, at, {}, &LineRange::first);
  return after != quoted.begin() && at < std::prev(after)->last;
}

}  // namespace treatygraph::ingest
