#pragma once
// Makes a document from a treaty in a treaties.db.

#include <string>

#include "graph/records.h"
#include "graph/result.h"
#include "ingest/structure/document.h"

namespace treatygraph::ingest {

/// The provisions of the treaty with number, heading and own words. The text is put together from them, so positions
/// are not those of the original document. The error lists the treaties in `records`.
[[nodiscard]] Result<Document> document_of(const GraphRecords& records, const std::string& slug);

/// The slug of the treaty that is loaded, if there is only one. The error says how many there are.
[[nodiscard]] Result<std::string> sole_treaty(const GraphRecords& records);

}  // namespace treatygraph::ingest
