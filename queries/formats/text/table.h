#pragma once
// An answer as rows and columns, for CSV, NDJSON and the terminal.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace treatygraph::queries::formats {

/// A text with marked passages, such as words that a search found. Formats without marks put them between **.
struct MarkedText {
  std::string text;
  std::vector<std::pair<std::size_t, std::size_t>> marks;  ///< bytes [begin, end), in order and apart

  /// Calls `visit` with each piece of the text, in order, and with whether it is marked. Pieces may be empty.
  template <typename Visit>
  void visit_pieces(Visit&& visit) const {
    const std::string_view all = text;
    std::size_t done = 0;
    for (const auto& [begin, end] : marks) {
      visit(all.substr(done, begin - done), false);
      visit(all.substr(begin, end - begin), true);
      done = end;
    }
    visit(all.substr(done), false);
  }
};

/// A cell of a table. monostate is "nothing": an empty CSV field, JSON null.
using Cell = std::variant<std::monostate, bool, std::int64_t, double, std::string, MarkedText>;

/// As CSV shows it, without quotes.
[[nodiscard]] std::string text_of_cell(const Cell& cell);

/// Columns and rows.
struct Table {
  std::vector<std::string> columns;
  std::vector<std::vector<Cell>> rows;  ///< each with as many cells as columns
};

/// CSV by RFC 4180, in UTF-8 with CRLF. A text cell that a spreadsheet would run as a formula (=, +, -, @, tab or CR at
/// its start) gets a ' before it.
[[nodiscard]] std::string to_csv(const Table& table);
/// Appends a single row with its CRLF.
void append_csv_row(std::string& out, const std::vector<Cell>& cells);
/// One JSON object per line, members in column order.
[[nodiscard]] std::string to_ndjson(const Table& table);

/// How to_text() writes for a terminal.
struct TerminalStyle {
  bool colour = false;
  std::size_t width = 0;  ///< width of the terminal; 0: unlimited
};
/// Aligned columns with a rule below the head; cells that do not fit end in "…". Control characters become spaces.
[[nodiscard]] std::string to_text(const Table& table, const TerminalStyle& style);

}  // namespace treatygraph::queries::formats
