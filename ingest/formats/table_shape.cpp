#include "ingest/formats/table_shape.h"

#include <algorithm>

#include "ingest/formats/block_writer.h"

namespace treatygraph::ingest {

void TableShape::add_row(const std::vector<TableCellShape>& cells) {
  constexpr std::size_t kMostBlocks = 3;
  std::size_t filled = 0;
  const TableCellShape* first = nullptr;
  for (const auto& cell : cells) {
    places_blocks_ = places_blocks_ || cell.has_blocks_of_its_own || cell.blocks > kMostBlocks;
    if (cell.first_words.empty()) continue;
    if (filled++ == 0) first = &cell;
  }
  if (filled >= 2) ++rows_;
  if (filled == 2 && is_mark(first->first_words, true)) ++marked_;
}

std::string row_of_cells(const std::vector<std::string>& cells) {
  if (std::ranges::all_of(cells, [](const std::string& cell) { return cell.empty(); })) return {};
  std::string row = "|";
  for (const auto& cell : cells) row += cell.empty() ? " |" : " " + cell + " |";
  return row;
}

}  // namespace treatygraph::ingest
