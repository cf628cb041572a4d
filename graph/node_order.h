#pragma once
// The numbering of nodes: each provision directly before its parts, in document order.

#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <vector>

#include "graph/records.h"
#include "graph/result.h"

namespace treatygraph {

/// The place of a part in its whole, as HAS_PART has it; 0 if it has none.
[[nodiscard]] std::int64_t ordinal_of(const RelationshipRecord& record);

struct NodeOrder {
  std::vector<std::uint32_t> records;      ///< by NodeId: position in GraphRecords::nodes
  std::vector<std::uint32_t> subtree_end;  ///< by NodeId: one after its last part at any depth
};

/// A HAS_PART between two nodes, which are positions in the records.
struct PartOfWhole {
  std::int64_t ordinal;
  std::uint32_t whole;
  std::uint32_t part;
};

/// The order of `count` nodes; `parts` in record order.
[[nodiscard]] NodeOrder order_of_parts(std::vector<PartOfWhole> parts, std::size_t count);

/// Roots in record order, each followed by its parts (HAS_PART, by `ordinal`, then by record order). A node that
/// several nodes claim as a part belongs to the first; a cycle of HAS_PART is broken at its first node. The error names
/// a duplicate key; Cancelled after `stop`.
[[nodiscard]] Result<NodeOrder> node_order(const GraphRecords& records, const std::stop_token& stop = {});

}  // namespace treatygraph
