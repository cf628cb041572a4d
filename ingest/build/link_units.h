#pragma once
// Links the sources of a build one at a time, so that they need not be in memory together.

#include <functional>
#include <vector>

#include "graph/records.h"
#include "graph/result.h"
#include "graph/spill_file.h"
#include "ingest/build/build_source.h"
#include "ingest/build/read_sources.h"
#include "ingest/build/source_units.h"

namespace treatygraph::ingest {

/// Takes the records of the graph, part by part. An error ends the linking.
using TakeRecords = std::function<Result<void>(GraphRecords part)>;

/// Reads all sources without errors twice from the store: first what they contain, then their records as they are in
/// the graph. A source that cannot be used is refused in its report; if `stops_at_error`, nothing is taken then. The
/// parts come in the order of the sources, whatever the number of cores.
///
/// Data that does not fit into memory is in `spill`. Failures of its disk are thrown.
[[nodiscard]] Result<void> link_units(std::vector<BuildSource>& sources, SourceUnits& units, bool stops_at_error,
                                      SpillFile& spill, const TakeRecords& take, const Progress& progress = {});

}  // namespace treatygraph::ingest
