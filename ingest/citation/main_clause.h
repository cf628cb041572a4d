#pragma once
// Finds the end of a sentence's introductory clause: "In cases falling under articles 49 or 51, paragraph 2 applies".

#include <cstddef>

#include "ingest/citation/token_cursor.h"

namespace treatygraph::ingest {

/// Whether the text from the comma at `comma` up to the cursor is the subject of the main clause: a verb follows, and
/// without it the sentence, which begins with introductory words, would have no subject. `first` is the first token of
/// the citation that contains the comma: a comma before it ends the introduction.
[[nodiscard]] bool begins_main_clause(const TokenCursor& cursor, std::size_t comma, std::size_t first);

}  // namespace treatygraph::ingest
