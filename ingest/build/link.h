#pragma once
// Many sources as one graph: what one only names, another may have.

#include <vector>

#include "graph/records.h"
#include "graph/result.h"
#include "ingest/records/source_records.h"

namespace treatygraph::ingest {

/// The order of the sources does not matter for what comes out. A placeholder is taken where no source has its node;
/// what points to a provision that its loaded treaty does not have is led to the nearest provision that it would stand
/// in, and keeps what was written in `written_as`. The error names a node that two sources claim to have.
[[nodiscard]] Result<GraphRecords> link(std::vector<SourceRecords> sources);

}  // namespace treatygraph::ingest
