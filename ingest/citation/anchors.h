#pragma once
// Reads the phrases that say what a citation is part of: "of this article", "of article 5", "of Annex V", "of the
// preceding paragraph".

#include <vector>

#include "ingest/citation/production.h"
#include "ingest/citation/reading.h"

namespace treatygraph::ingest {

/// Reads all such phrases after the citation's provisions, of which there must be at least one: "(a) of paragraph 1 of
/// article 5". Words such as "above" and "thereof" are read, too. Leaves the cursor after the last phrase.
void read_anchors(Reading& reading, Citation& citation);

/// The kinds of anchor, in the order in which they are tried.
[[nodiscard]] std::vector<Production> anchor_productions();

}  // namespace treatygraph::ingest
