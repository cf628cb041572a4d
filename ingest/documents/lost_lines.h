#pragma once
// Restores line breaks that a text has lost, which is common in scraped collections and in columns of tables: "... as
// follows: Article 1 Scope 1. The ...".

#include <string_view>
#include <vector>

#include "ingest/structure/structure_words.h"
#include "ingest/text/text_edits.h"

namespace treatygraph::ingest {

/// The line breaks to insert so that the structure reader finds headings, as ordered edits of `text`. They are within
/// lines that are too long for any page, before headings whose numbers continue a series and that are not citations
/// ("in accordance with Article 1"). Empty if the text has its line breaks.
[[nodiscard]] std::vector<TextEdit> lost_lines(std::string_view text,
                                               const StructureWords& language = english_structure());

}  // namespace treatygraph::ingest
