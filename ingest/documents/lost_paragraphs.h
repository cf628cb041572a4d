#pragma once
// Finds paragraphs on the line of their article, numbered without a full stop: "Article 15 Scope 1 This Part shall
// apply to services. 2 New services shall be considered. 3 ...", as in texts that lost their line breaks.

#include <string_view>
#include <vector>

#include "ingest/text/text_edits.h"

namespace treatygraph::ingest {

/// Line breaks before consecutive numbers from 1, each after a heading or a sentence.
[[nodiscard]] std::vector<TextEdit> lost_paragraphs(std::string_view text);

}  // namespace treatygraph::ingest
