#include "ingest/formats/html_tables.h"

#include <cstddef>
#include <string>
#include <vector>

#include "ingest/formats/block_writer.h"
#include "ingest/formats/html_tree.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {
namespace {

struct Cell {
  std::string first_words;  ///< the first characters
  std::size_t blocks = 0;
  bool has_blocks_of_its_own = false;  ///< headings, lists, a table
};

Cell read_cell(const GumboNode& top) {
  constexpr std::size_t kKept = 40;
  Cell cell;
  walk_html(
      top,
      [&](const GumboNode& node) {
        if (is_text(node) && cell.first_words.size() < kKept) cell.first_words += node.v.text.text;
        switch (tag_of(node)) {
          case GUMBO_TAG_P:
          case GUMBO_TAG_DIV:
            ++cell.blocks;
            break;
          case GUMBO_TAG_H1:
          case GUMBO_TAG_H2:
          case GUMBO_TAG_H3:
          case GUMBO_TAG_H4:
          case GUMBO_TAG_OL:
          case GUMBO_TAG_UL:
          case GUMBO_TAG_TABLE:
            cell.has_blocks_of_its_own = true;
            break;
          default:
            break;
        }
        return true;
      },
      [](const GumboNode&) {});
  cell.first_words = fold(cell.first_words);
  return cell;
}

}  // namespace

bool holds_data(const GumboNode& table) {
  constexpr std::size_t kMostBlocks = 3;
  std::size_t rows = 0;
  std::size_t marked = 0;
  bool places_blocks = false;
  std::vector<Cell> cells;
  const auto end_row = [&] {
    if (cells.size() >= 2) ++rows;
    if (cells.size() == 2 && is_mark(cells[0].first_words, true)) ++marked;
    cells.clear();
  };
  walk_html(
      table,
      [&](const GumboNode& node) {
        const auto tag = tag_of(node);
        if (tag != GUMBO_TAG_TD && tag != GUMBO_TAG_TH) return is_element(node);
        auto cell = read_cell(node);
        places_blocks = places_blocks || cell.has_blocks_of_its_own || cell.blocks > kMostBlocks;
        if (!cell.first_words.empty()) cells.push_back(std::move(cell));
        return false;
      },
      [&](const GumboNode& node) {
        if (tag_of(node) == GUMBO_TAG_TR) end_row();
      });
  return rows > 0 && !places_blocks && 2 * marked <= rows;
}

}  // namespace treatygraph::ingest
