#pragma once
// Restores line breaks that a text has lost, as in scraped collections and table columns: "... as follows: Article 1
// Scope 1. The ...".

#include <string_view>
#include <vector>

#include "ingest/structure/structure_words.h"
#include "ingest/text/text_edits.h"

namespace treatygraph::ingest {

/// Where the lines of a cleaned text are to be parted, so that the reader of structure finds its headings: within lines
/// that no page is wide enough for, before headings whose numbers count on and that nothing cites ("in accordance with
/// Article 1" opens none). Empty for a text that has its lines.
[[nodiscard]] std::vector<TextEdit> lost_lines(std::string_view text,
                                               const StructureWords& language = english_structure());

}  // namespace treatygraph::ingest
