#pragma once
// Checks that HAS_PART is a forest.

#include <stop_token>

#include "graph/records.h"
#include "graph/result.h"

namespace treatygraph {

/// The error names a node with two parents, or a cycle; Cancelled after `stop`.
[[nodiscard]] Result<void> check_provision_tree(const GraphRecords& records, const std::stop_token& stop = {});

}  // namespace treatygraph
