#pragma once
// Links many sources into one graph: what one source only names, another may contain.

#include <vector>

#include "graph/records.h"
#include "graph/result.h"
#include "ingest/records/source_records.h"

namespace treatygraph::ingest {

/// The result does not depend on the order of the sources. A placeholder is used only if no source has its node. A
/// relationship to a provision that its loaded treaty lacks is moved to the nearest provision that would contain it,
/// and keeps the original in `written_as`. The error names a node that two sources claim.
[[nodiscard]] Result<GraphRecords> link(std::vector<SourceRecords> sources);

}  // namespace treatygraph::ingest
