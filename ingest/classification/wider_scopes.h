#pragma once
// Keeps the widest scopes of a safeguard: a scope inside another adds nothing.

#include <vector>

#include "ingest/classification/safeguard_reach.h"

namespace treatygraph::ingest {

/// Ordered by safeguard, most certain first; of two for the same provision the more certain one is kept.
[[nodiscard]] std::vector<Reach> widest(std::vector<Reach> reaches, const Structure& structure);

}  // namespace treatygraph::ingest
