#include "ingest/curated/table.h"

#include <algorithm>

#include <fmt/format.h>

#include "graph/ascii.h"
#include "graph/eid.h"
#include "ingest/text/iso_date.h"

namespace treatygraph::ingest {
namespace {

/// At most nine digits, which fit into any integer.
bool is_count(std::string_view text) {
  return text.size() <= 9 && std::ranges::all_of(text, is_digit);
}

/// The problem with the shape of a cell; empty if there is none.
std::string shape_problem(CellShape shape, const std::string& cell) {
  switch (shape) {
    case CellShape::Text:
      return {};
    case CellShape::Slug:
      return is_slug(cell) ? "" : fmt::format("\"{}\" may contain only lower-case letters, digits and '-'", cell);
    case CellShape::Date:
      return is_iso_date(cell) ? "" : fmt::format("\"{}\" is not a date; write 2025-10-25, 2025-10 or 2025", cell);
    case CellShape::Count:
      return is_count(cell) ? "" : fmt::format("\"{}\" is not a whole number of at most nine digits, such as 76", cell);
    case CellShape::EidCell: {
      const auto eid = Eid::parse(cell);
      return eid ? "" : eid.error().detail;
    }
  }
  return {};
}

}  // namespace

bool is_slug(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return is_lower(c) || is_digit(c) || c == '-'; });
}

Table Table::read(const std::filesystem::path& path, std::span<const ColumnRule> rules, Problems& problems) {
  Table table;
  table.name_ = path.filename().string();
  const auto before = problems.count();
  table.csv_ = read_csv(path, CsvLines::RowsAndComments, problems);
  table.was_read_ = true;
  // The file could not be read at all; missing columns would only repeat that.
  if (table.csv_.header.empty() && problems.count() > before) return table;
  table.check_columns(rules, problems);
  for (const auto& rule : rules) {
    if (!table.columns_.contains(std::string(rule.name))) continue;
    for (const auto& row : table.csv_.rows) table.check_cell(row, rule, problems);
  }
  return table;
}

void Table::check_columns(std::span<const ColumnRule> rules, Problems& problems) {
  std::vector<std::string_view> known;
  for (const auto& rule : rules) known.push_back(rule.name);
  for (std::size_t i = 0; i < csv_.header.size(); ++i) {
    const auto& name = csv_.header[i];
    if (std::ranges::find(known, name) == known.end()) {
      problems.add(fmt::format("{}:{}: {}", name_, csv_.header_line, Problems::not_one_of("column", name, known)));
    } else if (!columns_.try_emplace(name, i).second) {
      problems.add(fmt::format("{}:{}: two columns are called {}", name_, csv_.header_line, name));
    }
  }
  for (const auto& rule : rules) {
    if (rule.is_required && !columns_.contains(std::string(rule.name))) {
      problems.add(fmt::format("{}:{}: the column {} is missing", name_, csv_.header_line, rule.name));
    }
  }
}

/// Reports at most one problem for a cell.
void Table::check_cell(const CsvRow& row, const ColumnRule& rule, Problems& problems) const {
  const auto& cell = at(row, rule.name);
  if (cell.empty()) {
    if (rule.is_required) problems.add(place(row, rule.name) + "is empty");
    return;
  }
  if (!rule.allowed.empty() && std::ranges::find(rule.allowed, cell) == rule.allowed.end()) {
    problems.add(place(row, rule.name) +
                 Problems::not_one_of("value", cell, {rule.allowed.begin(), rule.allowed.end()}));
    return;
  }
  if (auto problem = shape_problem(rule.shape, cell); !problem.empty()) problems.add(place(row, rule.name) + problem);
}

// Each row has as many fields as the header: read_csv() reports rows that do not.
const std::string& Table::at(const CsvRow& row, std::string_view column) const {
  static const std::string kNoValue;
  const auto found = columns_.find(std::string(column));
  return found == columns_.end() ? kNoValue : row.fields[found->second];
}

std::vector<std::string> Table::list_at(const CsvRow& row, std::string_view column) const {
  return items_in_cell(at(row, column));
}

// A table without a file is complete: it has no rows.
bool Table::tells_all(std::string_view column) const {
  return !was_read_ || (csv_.is_whole && columns_.contains(std::string(column)));
}

std::string Table::place(const CsvRow& row) const {
  return fmt::format("{}:{}", name_, row.line);
}

std::string Table::place(const CsvRow& row, std::string_view column) const {
  return fmt::format("{}: column {}: ", place(row), column);
}

}  // namespace treatygraph::ingest
