#pragma once
// Finds words that are not in Latin script among English ones, such as Chinese in a column beside the English text or
// below each line.

#include <optional>
#include <string_view>

#include "ingest/documents/bilingual_columns.h"

namespace treatygraph::ingest {

/// The pieces of lines that are in another script, if they are a good part of the text and the text also has an English
/// half. Empty if only some names are in another script, or if hardly anything is in Latin script. The text is valid
/// UTF-8.
[[nodiscard]] std::optional<ForeignColumn> foreign_script(std::string_view text);

}  // namespace treatygraph::ingest
