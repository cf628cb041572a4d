#pragma once
// Whether a table contains data, or only arranges blocks: "(a)" beside its words, a menu beside a page.

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
  /// Empty cells do not count.
  void add_row(const std::vector<TableCellShape>& cells);
  [[nodiscard]] bool holds_data() const { return rows_ > 0 && !places_blocks_ && 2 * marked_ <= rows_; }

 private:
  std::size_t rows_ = 0;    ///< of more than one cell
  std::size_t marked_ = 0;  ///< of these, a mark and its words
  bool places_blocks_ = false;
};

/// "| Fee | 200 |": such a line is never taken for a heading or a list item. Empty if there are no words.
[[nodiscard]] std::string row_of_cells(const std::vector<std::string>& cells);

}  // namespace treatygraph::ingest
