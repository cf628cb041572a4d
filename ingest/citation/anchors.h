#pragma once
// What a part is tied to: "of this article", "of article 5", "of Annex V", "of the preceding paragraph".

#include <vector>

#include "ingest/citation/production.h"
#include "ingest/citation/reading.h"

namespace treatygraph::ingest {

/// Reads all that ties the citation to wholes.
void read_anchors(Reading& reading, Citation& citation);

[[nodiscard]] std::vector<Production> anchor_productions();

}  // namespace treatygraph::ingest
