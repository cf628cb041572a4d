#pragma once
// What HAS_PART must be for a treaty: a forest.

#include "graph/records.h"
#include "graph/result.h"

namespace treatygraph {

/// The error names a node that two others claim as their part, or a ring of parts.
[[nodiscard]] Result<void> check_provision_tree(const GraphRecords& records);

}  // namespace treatygraph
