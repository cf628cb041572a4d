#pragma once
// Finds a translation beside or below the English text: in cells of a table, in columns separated by tabs, or in lines
// that alternate with the English lines.

#include <optional>
#include <string_view>

#include "ingest/documents/bilingual_columns.h"

namespace treatygraph::ingest {

/// The cells that are not English, with their separators, in lines with "|" or tabs between cells. All columns except
/// the first English one are returned. Empty if there is no English column or no column that is certainly in another
/// language.
[[nodiscard]] std::optional<ForeignColumn> foreign_cells(std::string_view text);

/// The lines that are certainly not English, if they are a good part of an English text, as when a translation follows
/// each line. Empty if there are few such lines, or if all lines are in another language. Only lines of 60 bytes or
/// more are examined.
[[nodiscard]] std::optional<ForeignColumn> foreign_lines(std::string_view text);

}  // namespace treatygraph::ingest
