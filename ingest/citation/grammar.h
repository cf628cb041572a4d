#pragma once
// The grammar of citations as one list, for those who read it and for the test that tries its examples.

#include <vector>

#include "ingest/citation/production.h"

namespace treatygraph::ingest {

/// Whole citations first, then what they are made of.
[[nodiscard]] std::vector<Production> citation_grammar();

}  // namespace treatygraph::ingest
