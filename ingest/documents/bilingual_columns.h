#pragma once
// Two columns of one text, English and its translation: each line has words of both.

#include <optional>
#include <string_view>
#include <vector>

#include "ingest/documents/language.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {

struct ForeignColumn {
  Language language;
  std::vector<LineRange> pieces;  ///< of each line that has one, with the gap between the columns
};

/// Nothing where the lines are not set so, or where both columns are in one language.
[[nodiscard]] std::optional<ForeignColumn> foreign_column(std::string_view text);

}  // namespace treatygraph::ingest
