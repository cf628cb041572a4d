#pragma once
// Reads what a citation is part of: "of this article", "of article 5", "of Annex V", "of the preceding paragraph".

#include <vector>

#include "ingest/citation/production.h"
#include "ingest/citation/reading.h"

namespace treatygraph::ingest {

/// Reads all such phrases after a citation.
void read_anchors(Reading& reading, Citation& citation);

[[nodiscard]] std::vector<Production> anchor_productions();

}  // namespace treatygraph::ingest
