#pragma once
// A treaty that was read from its text, as nodes and relationships.

#include <string>

#include "ingest/document.h"
#include "ingest/instrument_registry.h"
#include "ingest/source_records.h"

namespace treatygraph::ingest {

/// Every provision has its own words, every reference its quote and where it stands, in characters of the document's
/// text. What could not be resolved is kept: REFERS_TO the treaty itself with `unresolved` and the words.
[[nodiscard]] SourceRecords records_of(const Document& document, const std::string& slug,
                                       const InstrumentRegistry& registry);

}  // namespace treatygraph::ingest
