#pragma once
// An answer as rows and columns, for CSV, NDJSON and the terminal.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace treatygraph::queries::formats {

/// A text of which some was found: between ** where formats have no marks.
struct MarkedText {
  std::string text;
  std::vector<std::pair<std::size_t, std::size_t>> marks;  ///< bytes [begin, end), in order and apart

  /// Each piece of the text in its turn, with whether it is marked.
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

/// monostate is "nothing": an empty CSV field, JSON null.
using Cell = std::variant<std::monostate, bool, std::int64_t, double, std::string, MarkedText>;

[[nodiscard]] std::string text_of_cell(const Cell& cell);

struct Table {
  std::vector<std::string> columns;
  std::vector<std::vector<Cell>> rows;  ///< each with as many cells as columns
};

/// RFC 4180, UTF-8, CRLF. A cell that a spreadsheet would run as a formula (=, +, -, @ at its start) gets a ' before
/// it.
[[nodiscard]] std::string to_csv(const Table& table);
/// The same for a single row.
void append_csv_row(std::string& out, const std::vector<Cell>& cells);
/// One JSON object per line, members in column order.
[[nodiscard]] std::string to_ndjson(const Table& table);

struct TerminalStyle {
  bool colour = false;
  std::size_t width = 0;  ///< width of the terminal; 0: unlimited
};
/// Aligned columns with a rule below the head; cells that do not fit end in "…".
[[nodiscard]] std::string to_text(const Table& table, const TerminalStyle& style);

}  // namespace treatygraph::queries::formats
