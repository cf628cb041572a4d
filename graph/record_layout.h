#pragma once
// Where the records of a spill are in the graph: the order of the nodes, and the nodes that relationships lead to.

#include <memory>

#include "graph/node_order.h"
#include "graph/record_spill.h"
#include "graph/result.h"
#include "graph/spilled_list.h"
#include "graph/topology.h"

namespace treatygraph {

struct RecordLayout {
  std::unique_ptr<SpillFile> spill;  ///< where the lists are
  NodeOrder order;
  SpilledList<RelationshipEnds> ends;  ///< by record; ends are NodeIds
};

/// Finds ends by merging keys in the order of their hashes, so that memory does not grow with the number of records but
/// by the bits of PartsOrder. Failures of the disk are thrown (SpillFile). The error names a duplicate key, an end of a
/// relationship that no node has, or a provision in two places or inside itself.
[[nodiscard]] Result<RecordLayout> layout_of(const RecordSpill& spill);

}  // namespace treatygraph
