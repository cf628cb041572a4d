#pragma once
// Nodes that a walk met in its own order, put into that of the document.

#include <vector>

#include "queries/request/subgraph.h"

namespace treatygraph::queries {

/// Sorts by node, in time proportional to how many there are.
/// A radix sort, least significant byte first (Knuth, TAOCP 3, 5.2.5): a walk's order cannot be foretold, so that every
/// second comparison of a sort that compares would mislead the processor.
void into_document_order(std::vector<SubgraphNode>& nodes);

}  // namespace treatygraph::queries
