#pragma once
// What one source gives to the graph.

#include "graph/records.h"

namespace treatygraph::ingest {

struct SourceRecords {
  GraphRecords records;
  /// Nodes that another source may have for real: a treaty that is only cited, its provisions, and the HAS_PART that
  /// hold them together. Each is taken only where no source has its key.
  GraphRecords placeholders;
};

}  // namespace treatygraph::ingest
