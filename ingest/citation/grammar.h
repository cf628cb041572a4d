#pragma once
// The whole grammar of citations as one list, for readers and for the test that runs its examples.

#include <vector>

#include "ingest/citation/production.h"

namespace treatygraph::ingest {

/// All productions: whole citations first, then their parts.
[[nodiscard]] std::vector<Production> citation_grammar();

}  // namespace treatygraph::ingest
