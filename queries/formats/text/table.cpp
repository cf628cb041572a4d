// Three forms of the same rows: CSV, NDJSON and aligned text. Work is charged to the budget in force, since a table may
// have a million rows.

#include "queries/formats/text/table.h"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "queries/formats/text/json_text.h"
#include "queries/formats/text/utf8.h"
#include "queries/request/budget_in_force.h"

namespace treatygraph::queries::formats {
namespace {

/// OWASP's rule against CSV injection. Numbers are exempt: -1 is no formula.
bool looks_like_formula(const Cell& cell, std::string_view text) {
  const bool is_text = std::holds_alternative<std::string>(cell) || std::holds_alternative<MarkedText>(cell);
  return is_text && !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

/// Quotes only cells that need it.
void append_csv_cell(std::string& out, const Cell& cell) {
  auto text = text_of_cell(cell);
  BudgetInForce::spend(1 + text.size() / 64);
  if (looks_like_formula(cell, text)) text.insert(text.begin(), '\'');
  if (text.find_first_of(",\"\r\n") == std::string::npos) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

/// JSON keeps the type of a cell.
void write_cell(JsonText& json, const Cell& cell) {
  if (std::holds_alternative<std::monostate>(cell)) {
    json.null();
  } else if (const auto* text = std::get_if<std::string>(&cell)) {
    json.value(*text);
  } else if (const auto* number = std::get_if<std::int64_t>(&cell)) {
    json.value(*number);
  } else if (const auto* real = std::get_if<double>(&cell)) {
    json.value(*real);
  } else if (std::holds_alternative<MarkedText>(cell)) {
    json.value(text_of_cell(cell));
  } else {
    json.value(std::get<bool>(cell));
  }
}

/// Control characters would move the cursor or colour the terminal on behalf of the data.
std::string printable(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, ' ');
  return text;
}

std::vector<std::vector<std::string>> printable_rows(const Table& table) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& row : table.rows) {
    BudgetInForce::spend(1 + row.size());
    auto& cells = rows.emplace_back();
    for (const auto& cell : row) cells.push_back(printable(text_of_cell(cell)));
  }
  return rows;
}

constexpr std::size_t kSpacesBetween = 2;  // spaces between columns
constexpr std::size_t kLeastWidth = 6;     // a narrower column says nothing

/// Starts with the width of the widest cell, then narrows the widest column by one until the row fits.
std::vector<std::size_t> column_widths(const Table& table, const std::vector<std::vector<std::string>>& rows,
                                       std::size_t terminal) {
  std::vector<std::size_t> widths;
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    auto width = count_characters(table.columns[column]);
    for (const auto& row : rows) width = std::max(width, count_characters(row[column]));
    widths.push_back(width);
  }
  const auto gaps = kSpacesBetween * (widths.empty() ? 0 : widths.size() - 1);
  auto total = std::accumulate(widths.begin(), widths.end(), gaps);
  while (terminal != 0 && total > terminal) {
    const auto widest = std::ranges::max_element(widths);
    if (*widest <= kLeastWidth) break;
    --*widest;
    --total;
  }
  return widths;
}

/// Padded to the width, except in the last column, where blanks would only wrap.
std::string fitted(const std::string& text, std::size_t width, bool is_last) {
  const auto length = count_characters(text);
  if (length > width) return fmt::format("{}…", first_characters(text, width - 1));
  return is_last ? text : text + std::string(width - length, ' ');
}

constexpr int kBold = 1;  // codes of SGR, the escape sequence for colours (ECMA-48)
constexpr int kFaint = 2;
constexpr int kCyan = 36;

std::string coloured(std::string_view text, int code, const TerminalStyle& style) {
  return style.colour ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

/// One row; also the head.
std::string line_of(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) {
  std::string line;
  for (std::size_t column = 0; column < cells.size(); ++column) {
    const bool is_last = column + 1 == cells.size();
    line += fitted(cells[column], widths[column], is_last);
    if (!is_last) line.append(kSpacesBetween, ' ');
  }
  return line;
}

}  // namespace

std::string text_of_cell(const Cell& cell) {
  struct ToText {
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(bool flag) const { return flag ? "true" : "false"; }
    std::string operator()(std::int64_t number) const { return fmt::format("{}", number); }
    std::string operator()(double number) const { return fmt::format("{}", number); }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(const MarkedText& marked) const {
      std::string text;
      marked.visit_pieces([&](std::string_view piece, bool is_marked) {
        text.append(is_marked ? "**" : "").append(piece).append(is_marked ? "**" : "");
      });
      return text;
    }
  };
  return std::visit(ToText{}, cell);
}

void append_csv_row(std::string& out, const std::vector<Cell>& cells) {
  bool first = true;
  for (const auto& cell : cells) {
    if (!first) out += ',';
    first = false;
    append_csv_cell(out, cell);
  }
  out += "\r\n";
}

std::string to_csv(const Table& table) {
  std::string out;
  append_csv_row(out, {table.columns.begin(), table.columns.end()});
  for (const auto& row : table.rows) append_csv_row(out, row);
  return out;
}

/// Names of columns are member names; all rows have all members.
std::string to_ndjson(const Table& table) {
  std::string out;
  for (const auto& row : table.rows) {
    JsonText json(out);
    json.begin_object();
    for (std::size_t column = 0; column < row.size(); ++column) {
      json.key(table.columns[column]);
      write_cell(json, row[column]);
    }
    json.end_object();
    out += '\n';
  }
  return out;
}

std::string to_text(const Table& table, const TerminalStyle& style) {
  const auto rows = printable_rows(table);
  const auto widths = column_widths(table, rows, style.width);
  const auto head = line_of(table.columns, widths);
  auto out = coloured(head, kBold, style) + "\n";
  const auto rule =
      std::accumulate(widths.begin(), widths.end(), kSpacesBetween * (widths.empty() ? 0 : widths.size() - 1));
  out += coloured(repeated("─", rule), kFaint, style);
  out += '\n';
  for (const auto& row : rows) {
    const auto line = line_of(row, widths);
    const auto first = first_characters(line, widths.front());  // what a row is about is in its first column
    out += coloured(first, kCyan, style);
    out += line.substr(first.size());
    out += '\n';
  }
  return out;
}

}  // namespace treatygraph::queries::formats
