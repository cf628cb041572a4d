#pragma once
// Where the clause that introduces a sentence ends: "In cases falling under articles 49 or 51, paragraph 2 applies".

#include <cstddef>

#include "ingest/citation/token_cursor.h"

namespace treatygraph::ingest {

/// Whether what was read from the comma at `comma` up to the cursor is the subject of the main clause: a verb follows,
/// and without it the sentence, which begins with words that introduce, would have none. `first` is the token with
/// which the citation begins that the comma stands in: a comma before it closes the introduction.
[[nodiscard]] bool begins_main_clause(const TokenCursor& cursor, std::size_t comma, std::size_t first);

}  // namespace treatygraph::ingest
