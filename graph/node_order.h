#pragma once
// The numbering of nodes: each provision directly before its parts, in document order.

#include <cstdint>
#include <stop_token>
#include <vector>

#include "graph/records.h"
#include "graph/result.h"

namespace treatygraph {

struct NodeOrder {
  std::vector<std::uint32_t> records;      ///< by NodeId: position in GraphRecords::nodes
  std::vector<std::uint32_t> subtree_end;  ///< by NodeId: one past the last of its parts, to any depth
};

/// Roots in the order of the records, each followed by its parts (HAS_PART, by `ordinal`, then by the records' order).
/// A node that several nodes claim as their part stands below the first; a ring of HAS_PART is broken at its first
/// node. The error names a key that two records share; Cancelled after `stop`.
[[nodiscard]] Result<NodeOrder> node_order(const GraphRecords& records, const std::stop_token& stop = {});

}  // namespace treatygraph
