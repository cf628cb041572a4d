#pragma once
// Of the scopes of one safeguard the widest: a scope that lies in another says nothing more.

#include <vector>

#include "ingest/classification/safeguard_reach.h"

namespace treatygraph::ingest {

/// Ordered by safeguard, what is surest first; of two of the same provision the surer one.
[[nodiscard]] std::vector<Reach> widest(std::vector<Reach> reaches, const Structure& structure);

}  // namespace treatygraph::ingest
