#pragma once
// What HAS_PART must be for a treaty: a forest.

#include <stop_token>

#include "graph/records.h"
#include "graph/result.h"

namespace treatygraph {

/// The error names a node that two others claim as their part, or a ring of parts; Cancelled after `stop`.
[[nodiscard]] Result<void> check_provision_tree(const GraphRecords& records, const std::stop_token& stop = {});

}  // namespace treatygraph
