#pragma once
// Decides whether a table contains data or only arranges blocks, such as "(a)" beside its words or a menu beside a
// page. Word processors and web pages use tables for both.

#include <cstddef>
#include <string>
#include <vector>

namespace treatygraph::ingest {

/// What the decision needs to know of a cell.
struct TableCellShape {
  std::string first_words;             ///< the first forty characters or so
  std::size_t blocks = 0;              ///< number of its paragraphs
  bool has_blocks_of_its_own = false;  ///< headings, lists, a table
};

/// Add all rows, then ask holds_data().
class TableShape {
 public:
  /// Adds a row. Empty cells do not count.
  void add_row(const std::vector<TableCellShape>& cells);
  /// Whether it contains data: it has rows of several cells, at most half of them are a mark beside its words, and no
  /// cell contains blocks such as lists or many paragraphs.
  [[nodiscard]] bool holds_data() const { return rows_ > 0 && !places_blocks_ && 2 * marked_ <= rows_; }

 private:
  std::size_t rows_ = 0;    ///< of more than one cell
  std::size_t marked_ = 0;  ///< of these, a mark and its words
  bool places_blocks_ = false;
};

/// A row of a data table as a line: "| Fee | 200 |". Such a line is never taken for a heading or an item of a list.
/// Empty if there are no words.
[[nodiscard]] std::string row_of_cells(const std::vector<std::string>& cells);

}  // namespace treatygraph::ingest
