#pragma once
// Decides which headings continue a numbering, per instrument: articles, rules and divisions each have their own number
// space.

#include <string_view>
#include <vector>

#include "ingest/structure/heading_sequence.h"

namespace treatygraph::ingest {

/// The candidates that are headings, each with its component, up to the end of the treaty and its accompanying
/// instruments.
[[nodiscard]] Headings headings_that_count(std::string_view text, const std::vector<HeadingCandidate>& candidates,
                                           const StructureWords& language);

}  // namespace treatygraph::ingest
