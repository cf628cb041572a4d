#pragma once
// Decides which candidates continue a numbering. In each instrument, articles, rules and each kind of division are
// numbered separately.

#include <string_view>
#include <vector>

#include "ingest/structure/heading_sequence.h"

namespace treatygraph::ingest {

/// The candidates that are headings, each with its component (`inside`), up to the end of the treaty and its
/// accompanying instruments. `candidates` are in text order.
[[nodiscard]] Headings headings_that_count(std::string_view text, const std::vector<HeadingCandidate>& candidates,
                                           const StructureWords& language);

}  // namespace treatygraph::ingest
