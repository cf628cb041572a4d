#pragma once
// Turns a treaty of a treaties.db back into a document.

#include <string>

#include "graph/records.h"
#include "graph/result.h"
#include "ingest/structure/document.h"

namespace treatygraph::ingest {

/// Its provisions with number, heading and own words. The error lists the treaties in `records`.
[[nodiscard]] Result<Document> document_of(const GraphRecords& records, const std::string& slug);

/// The slug of the one treaty that is loaded; the error names them where there are several.
[[nodiscard]] Result<std::string> sole_treaty(const GraphRecords& records);

}  // namespace treatygraph::ingest
