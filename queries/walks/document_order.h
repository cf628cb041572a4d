#pragma once
// Sorts nodes from walk order into document order.

#include <vector>

#include "queries/request/subgraph.h"

namespace treatygraph::queries {

/// Sorts in linear time by a radix sort, least significant byte first (Knuth, TAOCP 3, 5.2.5). The order of a walk is
/// unpredictable, so half of the comparisons of a comparing sort would be mispredicted.
void into_document_order(std::vector<SubgraphNode>& nodes);

}  // namespace treatygraph::queries
