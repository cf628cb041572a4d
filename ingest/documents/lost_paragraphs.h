#pragma once
// Finds paragraphs that are on the line of their article and numbered without a full stop, in texts that lost their
// line breaks: "Article 15 Scope 1 This Part shall apply to boats. 2 New boats shall be considered. 3 ...".

#include <string_view>
#include <vector>

#include "ingest/text/text_edits.h"

namespace treatygraph::ingest {

/// A line break before each paragraph of such articles, as ordered edits of `text`. Numbers must be consecutive from 1,
/// and each must follow a heading or a sentence. An article with fewer than two such numbers is not changed.
[[nodiscard]] std::vector<TextEdit> lost_paragraphs(std::string_view text);

}  // namespace treatygraph::ingest
