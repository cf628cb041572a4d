// How a bilingual table is recognized: lines that consist of several cells are collected, and those with the most
// common number of cells are taken as rows. The words of each column, from all rows, are then given to the language
// detector together, because single cells are too short to detect a language. If one column is English and another is
// certainly not, everything except the English column is removed.
// Lines that alternate between two languages are recognized in another way: a sample of long lines is examined first,
// since the detector is slow, and all lines only if a tenth of the sample is not English.

#include "ingest/documents/bilingual_cells.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace treatygraph::ingest {
namespace {

using Cells = std::vector<LineRange>;

/// The cells of one line, "| a | b |" or "a<tab>b", trimmed.
Cells cells_of(std::string_view text, const LineRange& line) {
  Cells cells;
  auto words = text.substr(line.first, line.size());
  const bool is_row = trimmed(words).starts_with('|') && trimmed(words).ends_with('|');
  if (!is_row && words.find('\t') == std::string_view::npos) return cells;
  const char parting = is_row ? '|' : '\t';
  auto at = is_row ? line.first + words.find('|') + 1 : line.first;
  while (at < line.last) {
    const auto end = std::min(text.find(parting, at), line.last);
    const auto cell = trimmed(text.substr(at, end - at));
    const auto first = cell.empty() ? at : static_cast<std::size_t>(cell.data() - text.data());
    cells.push_back({first, first + cell.size()});
    at = end + 1;
  }
  if (!is_row) std::erase_if(cells, [](const LineRange& cell) { return cell.size() == 0; });
  return cells;
}

bool is_english(const std::optional<Language>& language) {
  return language && language->code == "en";
}

/// Whether a language is detected that a translation may have. Latin names of animals and plants are not a translation,
/// and English words are sometimes taken for Scots or Interlingua.
bool is_other_language(const std::optional<Language>& language) {
  return language && language->code != "en" && language->code != "la" && language->code != "sco" &&
         language->code != "ia";
}

struct Row {
  LineRange line;
  Cells cells;
};

/// The rows with the most common number of cells, which is at least two.
std::vector<Row> rows_of_columns(std::string_view text) {
  std::vector<Row> rows;
  std::map<std::size_t, std::size_t> count;
  for_each_line(text, [&](const LineRange& line) {
    auto cells = cells_of(text, line);
    if (cells.size() < 2) return;
    ++count[cells.size()];
    rows.push_back({line, std::move(cells)});
  });
  if (rows.empty()) return rows;
  const auto most = std::ranges::max_element(count, {}, [](const auto& entry) { return entry.second; })->first;
  std::erase_if(rows, [most](const Row& row) { return row.cells.size() != most; });
  return rows;
}

/// Empty if the column has too few words to detect a language.
std::optional<Language> language_of_column(std::string_view text, const std::vector<Row>& rows, std::size_t column) {
  constexpr std::size_t kFewest = 200;     // bytes of a column
  constexpr std::size_t kEnough = 20'000;  // bytes that are examined
  std::string words;
  for (const auto& row : rows) {
    if (words.size() > kEnough) break;
    words.append(text.substr(row.cells[column].first, row.cells[column].size())).append("\n");
  }
  return words.size() < kFewest ? std::nullopt : sure_language(words);
}

}  // namespace

std::optional<ForeignColumn> foreign_cells(std::string_view text) {
  constexpr std::size_t kFewestRows = 4;
  const auto rows = rows_of_columns(text);
  if (rows.size() < kFewestRows) return std::nullopt;
  std::optional<std::size_t> english;
  std::optional<Language> other;
  for (std::size_t column = 0; column < rows.front().cells.size(); ++column) {
    const auto language = language_of_column(text, rows, column);
    if (is_english(language) && !english) english = column;
    if (is_other_language(language) && !other) other = language;
  }
  if (!english || !other) return std::nullopt;
  ForeignColumn found;
  found.language = *other;
  for (const auto& row : rows) {
    const auto& kept = row.cells[*english];
    found.pieces.push_back({row.line.first, kept.first});
    found.pieces.push_back({kept.last, row.line.last});
  }
  return found;
}

std::optional<ForeignColumn> foreign_lines(std::string_view text) {
  constexpr std::size_t kFewestBytes = 60;  // of a line whose language can be detected
  constexpr std::size_t kSamples = 80;      // lines examined before all are
  constexpr std::size_t kOneIn = 10;        // share of the sample that must not be English
  std::vector<LineRange> lines;
  for_each_line(text, [&](const LineRange& line) {
    if (line.size() >= kFewestBytes) lines.push_back(line);
  });
  const auto is_foreign = [&](const LineRange& line) {
    return is_other_language(sure_language(text.substr(line.first, line.size())));
  };
  std::size_t foreign = 0;
  std::size_t looked = 0;
  for (std::size_t i = 0; i < lines.size(); i += lines.size() / kSamples + 1, ++looked) {
    foreign += is_foreign(lines[i]) ? 1U : 0U;
  }
  if (foreign < 2 || foreign * kOneIn < looked || foreign == looked) return std::nullopt;
  ForeignColumn found;
  std::string words;
  for (const auto& line : lines) {
    if (!is_foreign(line)) continue;
    found.pieces.push_back(line);
    words.append(text.substr(line.first, line.size())).append("\n");
  }
  found.language = sure_language(words).value_or(Language{"", "another language"});
  return found;
}

}  // namespace treatygraph::ingest
