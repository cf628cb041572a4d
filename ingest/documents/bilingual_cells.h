#pragma once
// Finds two languages side by side, in cells of a table or separated by tabs, or alternating line by line.

#include <optional>
#include <string_view>

#include "ingest/documents/bilingual_columns.h"

namespace treatygraph::ingest {

/// The cells of the non-English columns, with their separators, in lines with "|" or tabs between cells. Empty if all
/// columns are English, or none.
[[nodiscard]] std::optional<ForeignColumn> foreign_cells(std::string_view text);

/// The lines that are certainly not English if they make up a good part of an English text: a translation below each
/// line.
[[nodiscard]] std::optional<ForeignColumn> foreign_lines(std::string_view text);

}  // namespace treatygraph::ingest
