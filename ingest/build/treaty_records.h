#pragma once
// A treaty that was read from its text, as nodes and relationships.

#include <string>
#include <vector>

#include "ingest/records/instrument_registry.h"
#include "ingest/records/source_records.h"
#include "ingest/references/references.h"
#include "ingest/structure/document.h"

namespace treatygraph::ingest {

/// `references` are the document's. Every provision has its own words, every reference its quote and where it stands,
/// in characters of the document's text. The words of what could not be resolved are kept in the property `unresolved`
/// of the provision that has them.
[[nodiscard]] SourceRecords records_of(const Document& document, const std::vector<Reference>& references,
                                       const std::string& slug, const InstrumentRegistry& registry);

}  // namespace treatygraph::ingest
