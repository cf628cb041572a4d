#pragma once
// Headings that nothing but the numbers around them shows: article 6 is looked for between articles 5 and 7.

#include <string_view>
#include <vector>

#include "ingest/structure/heading_sequence.h"

namespace treatygraph::ingest {

/// For each number that is left out between two units of `headings`, the only place between them that can be its
/// heading: alone on its line, at the end of a line, below a page's number, or below a sentence that a slip left
/// unfinished. In order; empty where nothing is left out.
[[nodiscard]] std::vector<HeadingCandidate> missed_headings(std::string_view text, const std::vector<Heading>& headings,
                                                            const StructureWords& language);

}  // namespace treatygraph::ingest
