#pragma once
// Checks that HAS_PART is a forest: every node is part of at most one other, and no node is a part of itself.

#include <stop_token>

#include "graph/records.h"
#include "graph/result.h"

namespace treatygraph {

/// The error, InvalidArgument, names a node with two wholes, or a node in a ring. Cancelled after `stop` is requested.
[[nodiscard]] Result<void> check_provision_tree(const GraphRecords& records, const std::stop_token& stop = {});

}  // namespace treatygraph
