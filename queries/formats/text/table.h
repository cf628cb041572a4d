#pragma once
// An answer as rows and columns, for CSV, NDJSON and the terminal.

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace treatygraph::queries::formats {

/// monostate is "nothing": an empty CSV field, JSON null.
using Cell = std::variant<std::monostate, bool, std::int64_t, double, std::string>;

struct Table {
  std::vector<std::string> columns;
  std::vector<std::vector<Cell>> rows;  ///< each as long as columns
};

/// RFC 4180, UTF-8, CRLF. A cell that a spreadsheet would run as a formula (=, +, -, @ at its start) gets a ' before
/// it.
[[nodiscard]] std::string to_csv(const Table& table);
/// The same for one row.
void append_csv_row(std::string& out, const std::vector<Cell>& cells);
/// One JSON object a line, members in the order of the columns.
[[nodiscard]] std::string to_ndjson(const Table& table);

struct TerminalStyle {
  bool colour = false;
  std::size_t width = 0;  ///< of the terminal; 0: rows are as long as they must be
};
/// Columns of even width, a rule below the head; cells cut at the width end in "…".
[[nodiscard]] std::string to_text(const Table& table, const TerminalStyle& style);

}  // namespace treatygraph::queries::formats
