#pragma once
// Finds headings that only the numbers around them show: article 6 is searched for between articles 5 and 7.

#include <string_view>
#include <vector>

#include "ingest/structure/heading_sequence.h"

namespace treatygraph::ingest {

/// For each number that is left out between two units of `headings`, the only place between them that can be its
/// heading: alone on its line, at the end of a line, below the number of a page, or below a sentence that a typing
/// error left unfinished. If two places are possible, none is taken. In order; empty if no number is left out.
[[nodiscard]] std::vector<HeadingCandidate> missed_headings(std::string_view text, const std::vector<Heading>& headings,
                                                            const StructureWords& language);

}  // namespace treatygraph::ingest
