#pragma once
// Keeps the widest scopes of a safeguard: a scope inside another adds nothing.

#include <vector>

#include "ingest/classification/safeguard_reach.h"

namespace treatygraph::ingest {

/// Ordered by safeguard, what is surest first; of two of the same provision the surer one.
[[nodiscard]] std::vector<Reach> widest(std::vector<Reach> reaches, const Structure& structure);

}  // namespace treatygraph::ingest
