#pragma once
// Two languages side by side in the cells of a table or behind tabs, or in turn, line by line.

#include <optional>
#include <string_view>

#include "ingest/documents/bilingual_columns.h"

namespace treatygraph::ingest {

/// The cells of the columns that are not English, of lines with "|" or tabs between cells, with what parts them.
/// Nothing where no column is English or all are.
[[nodiscard]] std::optional<ForeignColumn> foreign_cells(std::string_view text);

/// Lines that are surely not English, where they are a good part of an English text: a translation below each line.
[[nodiscard]] std::optional<ForeignColumn> foreign_lines(std::string_view text);

}  // namespace treatygraph::ingest
