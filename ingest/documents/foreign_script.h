#pragma once
// Finds words in another script than Latin among English ones: Chinese in a column beside the English text, or line by
// line.

#include <optional>
#include <string_view>

#include "ingest/documents/bilingual_columns.h"

namespace treatygraph::ingest {

/// The pieces of lines in another script, if they are a good part of a text that also has Latin letters. Empty if only
/// some names are in that script.
[[nodiscard]] std::optional<ForeignColumn> foreign_script(std::string_view text);

}  // namespace treatygraph::ingest
