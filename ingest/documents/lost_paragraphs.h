#pragma once
// Paragraphs on the line of their article, whose numbers no full stop follows: "Article 15 Scope 1 This Part shall
// apply to services. 2 New services shall be considered. 3 ...", as a text reads whose line breaks are lost.

#include <string_view>
#include <vector>

#include "ingest/text/text_edits.h"

namespace treatygraph::ingest {

/// Line ends before numbers that count on from 1, each behind a heading or a sentence.
[[nodiscard]] std::vector<TextEdit> lost_paragraphs(std::string_view text);

}  // namespace treatygraph::ingest
