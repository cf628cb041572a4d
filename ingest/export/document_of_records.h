#pragma once
// A treaty of a treaties.db as a document again.

#include <string>

#include "graph/records.h"
#include "graph/result.h"
#include "ingest/structure/document.h"

namespace treatygraph::ingest {

/// Its provisions with number, heading and own words. The error names the treaties that `records` have.
[[nodiscard]] Result<Document> document_of(const GraphRecords& records, const std::string& slug);

/// The slug of the one treaty that is loaded; the error names them where there are several.
[[nodiscard]] Result<std::string> sole_treaty(const GraphRecords& records);

}  // namespace treatygraph::ingest
