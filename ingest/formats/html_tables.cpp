#include "ingest/formats/html_tables.h"

#include <cstddef>
#include <utility>
#include <vector>

#include "ingest/formats/html_tree.h"
#include "ingest/formats/table_shape.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {
namespace {

/// What TableShape needs to know of a <td> or <th>.
TableCellShape shape_of_cell(const GumboNode& top) {
  constexpr std::size_t kKept = 40;
  TableCellShape cell;
  walk_html(
      top,
      [&](const GumboNode& node) {
        if (is_text(node) && cell.first_words.size() < kKept) cell.first_words += node.v.text.text;
        switch (tag_of(node)) {
          case GUMBO_TAG_P:
          case GUMBO_TAG_DIV:
            ++cell.blocks;
            break;
          case GUMBO_TAG_OL:
          case GUMBO_TAG_UL:
          case GUMBO_TAG_TABLE:
            cell.has_blocks_of_its_own = true;
            break;
          default:
            cell.has_blocks_of_its_own = cell.has_blocks_of_its_own || is_heading(tag_of(node));
        }
        return true;
      },
      [](const GumboNode&) {});
  cell.first_words = fold(cell.first_words);
  return cell;
}

}  // namespace

bool holds_data(const GumboNode& table) {
  TableShape shape;
  std::vector<TableCellShape> cells;
  walk_html(
      table,
      [&](const GumboNode& node) {
        const auto tag = tag_of(node);
        // Cells are examined as a whole. A table inside a cell does not add rows to this one.
        if (tag != GUMBO_TAG_TD && tag != GUMBO_TAG_TH) return is_element(node);
        cells.push_back(shape_of_cell(node));
        return false;
      },
      [&](const GumboNode& node) {
        if (tag_of(node) != GUMBO_TAG_TR) return;
        shape.add_row(cells);
        cells.clear();
      });
  return shape.holds_data();
}

}  // namespace treatygraph::ingest
