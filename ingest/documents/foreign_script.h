#pragma once
// Words in another script than Latin among English ones: Chinese in a column beside the English text, or line by line.

#include <optional>
#include <string_view>

#include "ingest/documents/bilingual_columns.h"

namespace treatygraph::ingest {

/// The pieces of lines that are written in another script, where they are a good part of a text that is also written in
/// Latin letters. Nothing where only some names are.
[[nodiscard]] std::optional<ForeignColumn> foreign_script(std::string_view text);

}  // namespace treatygraph::ingest
