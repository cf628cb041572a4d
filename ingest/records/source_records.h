#pragma once
// The records of one source.

#include "graph/records.h"

namespace treatygraph::ingest {

/// What one source contributes to the graph.
struct SourceRecords {
  GraphRecords records;
  /// Placeholders for nodes that another source may contain: a treaty that is only cited, its provisions, and their
  /// HAS_PART. Each is used only if no source has its key.
  GraphRecords placeholders;
};

}  // namespace treatygraph::ingest
