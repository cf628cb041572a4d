#include "ingest/formats/table_shape.h"

#include <algorithm>

#include <re2/re2.h>

#include "ingest/formats/block_writer.h"

namespace treatygraph::ingest {

namespace {

/// Whether a cell is only the number of a unit: "Article 1" beside its title or its words.
bool is_number_of_unit(std::string_view words) {
  static const RE2 number(
      R"((?i)(?:article|art\.?|rule|regulation|section|chapter|part|title|annex)\s+(?:\d{1,3}[a-z]?|[ivxlc]+|[a-z])\.?)");
  return RE2::FullMatch(re2::StringPiece(words.data(), words.size()), number);
}

}  // namespace

void TableShape::add_row(const std::vector<TableCellShape>& cells) {
  constexpr std::size_t kMostBlocks = 3;  // paragraphs in a cell of a data table
  std::size_t filled = 0;
  const TableCellShape* first = nullptr;
  for (const auto& cell : cells) {
    places_blocks_ = places_blocks_ || cell.has_blocks_of_its_own || cell.blocks > kMostBlocks;
    if (cell.first_words.empty()) continue;
    if (filled++ == 0) first = &cell;
  }
  // A row with one filled cell tells nothing: it may be a heading in a table of data, or a block.
  if (filled >= 2) ++rows_;
  if (filled == 2 && (is_mark(first->first_words, true) || is_number_of_unit(first->first_words))) ++marked_;
}

std::string row_of_cells(const std::vector<std::string>& cells) {
  if (std::ranges::all_of(cells, [](const std::string& cell) { return cell.empty(); })) return {};
  std::string row = "|";
  for (const auto& cell : cells) row += cell.empty() ? " |" : " " + cell + " |";
  return row;
}

}  // namespace treatygraph::ingest
