#pragma once
// Where the records of a spill are in the graph: the order of the nodes, and the nodes that relationships connect.

#include <memory>

#include "graph/node_order.h"
#include "graph/record_spill.h"
#include "graph/result.h"
#include "graph/spilled_list.h"
#include "graph/topology.h"

namespace treatygraph {

/// Kept in memory only in part: the lists are in `spill`.
struct RecordLayout {
  std::unique_ptr<SpillFile> spill;  ///< where the lists are
  NodeOrder order;
  SpilledList<RelationshipEnds> ends;  ///< by record; ends are NodeIds
};

/// Finds ends by merging keys in the order of their hashes, so memory grows only by the bits of PartsOrder. `spill`
/// must be closed. Failures of the disk are thrown (SpillFile). The error names a duplicate key, an end of a
/// relationship that is not the key of a node, or a provision in two places or inside itself.
[[nodiscard]] Result<RecordLayout> layout_of(const RecordSpill& spill);

}  // namespace treatygraph
