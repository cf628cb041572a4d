#pragma once
// Whether a table holds data, or only sets blocks beside each other: "(a)" beside its words, a menu beside a page.

#include <cstddef>
#include <string>
#include <vector>

namespace treatygraph::ingest {

struct TableCellShape {
  std::string first_words;  ///< the first forty characters or so
  std::size_t blocks = 0;
  bool has_blocks_of_its_own = false;  ///< headings, lists, a table
};

class TableShape {
 public:
  /// Cells without words do not count.
  void add_row(const std::vector<TableCellShape>& cells);
  [[nodiscard]] bool holds_data() const { return rows_ > 0 && !places_blocks_ && 2 * marked_ <= rows_; }

 private:
  std::size_t rows_ = 0;    ///< of more than one cell
  std::size_t marked_ = 0;  ///< of these, a mark and its words
  bool places_blocks_ = false;
};

/// "| Fee | 200 |": no line that begins so is taken for a heading or for an item of a list. Empty without words.
[[nodiscard]] std::string row_of_cells(const std::vector<std::string>& cells);

}  // namespace treatygraph::ingest
