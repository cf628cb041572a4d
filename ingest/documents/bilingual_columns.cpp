// How two printed columns are recognized: the position, in characters, at which words begin after a gap of spaces is
// counted in all lines. In a text with two columns most lines agree on one position, the left edge of the second
// column. Each line is split there, and the languages of both halves are detected from all lines together. Only if
// exactly one half is English is the other removed: two English columns may be a table.
// Positions are counted in characters because a translation contains characters of several bytes.

#include "ingest/documents/bilingual_columns.h"

#include <algorithm>
#include <map>
#include <string>

namespace treatygraph::ingest {
namespace {

/// At least this many spaces separate the columns.
constexpr std::size_t kGap = 2;  ///< at least so many spaces between the columns

/// A line in bytes, and where each of its characters begins.
struct Characters {
  explicit Characters(std::string_view text, const LineRange& line) {
    for (auto at = line.first; at < line.last; ++at) {
      if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U) starts.push_back(at);
    }
  }
  std::vector<std::size_t> starts;
};

/// The columns, in characters, at which words begin after a gap.
std::vector<std::size_t> begins_after_gap(std::string_view text, const Characters& line) {
  std::vector<std::size_t> columns;
  std::size_t spaces = 0;
  for (std::size_t column = 0; column < line.starts.size(); ++column) {
    const bool is_space = text[line.starts[column]] == ' ';
    if (!is_space && spaces >= kGap) columns.push_back(column);
    spaces = is_space ? spaces + 1 : 0;
  }
  return columns;
}

/// Where the second column begins: the same place in nearly all lines with a gap.
std::optional<std::size_t> second_column(std::string_view text, const std::vector<Characters>& lines) {
  constexpr std::size_t kFewestLines = 6;  // that agree on the position
  constexpr std::size_t kLeftMost = 15;    // an indented list is not a column
  std::map<std::size_t, std::size_t> count;
  std::size_t with_words = 0;
  for (const auto& line : lines) {
    with_words += line.starts.empty() ? 0U : 1U;
    for (const auto column : begins_after_gap(text, line)) ++count[column];
  }
  count.erase(count.begin(), count.lower_bound(kLeftMost));
  const auto most = std::ranges::max_element(count, {}, [](const auto& entry) { return entry.second; });
  const bool is_column = most != count.end() && most->second >= kFewestLines && 2 * most->second >= with_words;
  return is_column ? std::optional(most->first) : std::nullopt;
}

/// The words of both columns, for the detector, and the ranges of bytes that they occupy.
struct Halves {
  std::string left, right;
  std::vector<LineRange> left_pieces, right_pieces;
};

/// A line that has words across the column's edge, such as a heading over both columns, belongs to the left half.
Halves halves_at(std::string_view text, const std::vector<Characters>& lines, std::size_t column) {
  Halves halves;
  for (const auto& line : lines) {
    if (line.starts.empty()) continue;
    const auto first = line.starts.front();
    const auto line_end = std::min(text.find('\n', first), text.size());
    const auto middle = column < line.starts.size() ? line.starts[column] : line_end;
    const bool is_parted = middle == line_end || (middle > first && text[middle - 1] == ' ');
    const auto end = is_parted ? middle : line_end;
    halves.left.append(text.substr(first, end - first)).append("\n");
    halves.right.append(text.substr(end, line_end - end)).append("\n");
    halves.left_pieces.push_back({first, end});
    halves.right_pieces.push_back({end, line_end});
  }
  return halves;
}

}  // namespace

std::optional<ForeignColumn> foreign_column(std::string_view text) {
  std::vector<Characters> lines;
  for_each_line(text, [&](const LineRange& line) {
    const auto words = text.substr(line.first, line.size());
    lines.emplace_back(text, words.find_first_not_of(" \t\r") == std::string_view::npos ? LineRange{} : line);
  });
  const auto column = second_column(text, lines);
  if (!column) return std::nullopt;
  auto halves = halves_at(text, lines, *column);
  const auto left = sure_language(halves.left);
  const auto right = sure_language(halves.right);
  if (!left || !right || (left->code == "en") == (right->code == "en")) return std::nullopt;
  const bool is_left_english = left->code == "en";
  return ForeignColumn{is_left_english ? *right : *left,
                       std::move(is_left_english ? halves.right_pieces : halves.left_pieces)};
}

}  // namespace treatygraph::ingest
