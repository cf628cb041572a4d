#pragma once
// Finds a text that is printed in two columns, English and a translation, so that each line contains words of both
// languages.

#include <optional>
#include <string_view>
#include <vector>

#include "ingest/documents/language.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {

/// The parts of a bilingual text that are not English. Also the result of foreign_cells(), foreign_lines() and
/// foreign_script().
struct ForeignColumn {
  Language language;
  std::vector<LineRange> pieces;  ///< bytes of the text, in order; may include the gap between the columns
};

/// Empty if the text does not have two columns, if a language is uncertain, or if neither or both of the columns are
/// English.
[[nodiscard]] std::optional<ForeignColumn> foreign_column(std::string_view text);

}  // namespace treatygraph::ingest
