#pragma once
// Keeps the widest reaches of a safeguard, because a reach inside another one adds nothing.

#include <vector>

#include "ingest/classification/safeguard_reach.h"

namespace treatygraph::ingest {

/// The result is ordered by safeguard, most certain first. If two reaches are for the same provision, the more certain
/// one is kept.
[[nodiscard]] std::vector<Reach> widest(std::vector<Reach> reaches, const Structure& structure);

}  // namespace treatygraph::ingest
