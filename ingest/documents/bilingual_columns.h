#pragma once
// Finds a text printed in two columns, English and a translation, so that each line has words of both.

#include <optional>
#include <string_view>
#include <vector>

#include "ingest/documents/language.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {

struct ForeignColumn {
  Language language;
  std::vector<LineRange> pieces;  ///< of each line that has one, including the gap between the columns
};

/// Empty if there are no such columns, or both are in one language.
[[nodiscard]] std::optional<ForeignColumn> foreign_column(std::string_view text);

}  // namespace treatygraph::ingest
