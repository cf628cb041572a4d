#include "ingest/structure/quoted_amendments.h"

#include <algorithm>
#include <cctype>

#include <re2/re2.h>

namespace treatygraph::ingest {
namespace {

constexpr std::string_view kOpening = "“";
constexpr std::string_view kClosing = "”";
constexpr std::size_t kLongest = 60'000;

bool is_space(char c) {
  return std::isspace(static_cast<unsigned char>(c)) != 0;
}

/// Whether the words before a colon put something into another instrument.
bool amends(std::string_view before) {
  static const RE2 verb(
      R"((?is).*\b(?:replaced|inserted|added|substituted|amended|amendment|reads?|deleted and)\b[^.]*)");
  constexpr std::size_t kWindow = 300;
  const auto words = before.substr(before.size() - std::min(before.size(), kWindow));
  return RE2::FullMatch(re2::StringPiece(words.data(), words.size()), verb);
}

bool begins_line(std::string_view text, std::size_t at) {
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t')) --at;
  return at == 0 || text[at - 1] == '\n';
}

/// Past the mark that closes what “ opened at `at`; each paragraph may begin with a mark of its own.
std::size_t end_of_curly(std::string_view text, std::size_t at) {
  int depth = 0;
  const auto last = std::min(text.size(), at + kLongest);
  for (auto i = at; i < last; ++i) {
    if (text.substr(i, kOpening.size()) == kOpening) {
      depth += depth > 0 && begins_line(text, i) ? 0 : 1;
    } else if (text.substr(i, kClosing.size()) == kClosing && --depth == 0) {
      return i + kClosing.size();
    }
  }
  return at;
}

/// The same of ", which opens and closes alike: the first that ends a line, a stop or semicolon aside.
std::size_t end_of_straight(std::string_view text, std::size_t at) {
  const auto last = std::min(text.size(), at + kLongest);
  for (auto i = text.find('"', at + 1); i < last; i = text.find('"', i + 1)) {
    auto behind = i + 1;
    while (behind < text.size() && (text[behind] == '.' || text[behind] == ';' || text[behind] == ',')) ++behind;
    while (behind < text.size() && (text[behind] == ' ' || text[behind] == '\t')) ++behind;
    const auto rest = text.substr(behind, 4);
    const bool ends_line =
        rest.empty() || rest.front() == '\n' || rest.starts_with("and\n") || rest.starts_with("or\n");
    if (ends_line && !is_space(text[i - 1])) return i + 1;
  }
  return at;
}

}  // namespace

std::vector<LineRange> quoted_amendments(std::string_view text) {
  std::vector<LineRange> quoted;
  for (auto colon = text.find(':'); colon != std::string_view::npos; colon = text.find(':', colon + 1)) {
    auto at = colon + 1;
    while (at < text.size() && is_space(text[at])) ++at;
    const bool is_curly = text.substr(at, kOpening.size()) == kOpening;
    if (!is_curly && (at >= text.size() || text[at] != '"')) continue;
    if (!amends(text.substr(0, colon))) continue;
    const auto end = is_curly ? end_of_curly(text, at) : end_of_straight(text, at);
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
