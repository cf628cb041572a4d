#pragma once
// Which headings count on, instrument by instrument: articles, rules and divisions each in a space of their own.

#include <string_view>
#include <vector>

#include "ingest/structure/heading_sequence.h"

namespace treatygraph::ingest {

/// Those of the candidates that are headings, each with the component that it stands in, up to what was only published
/// with the treaty.
[[nodiscard]] Headings headings_that_count(std::string_view text, const std::vector<HeadingCandidate>& candidates);

}  // namespace treatygraph::ingest
