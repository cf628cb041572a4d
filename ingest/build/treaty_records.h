#pragma once
// Turns a treaty read from its text into nodes and relationships.

#include <string>
#include <vector>

#include "ingest/build/open_records.h"
#include "ingest/records/instrument_registry.h"
#include "ingest/records/source_records.h"
#include "ingest/references/references.h"
#include "ingest/structure/document.h"

namespace treatygraph::ingest {

/// `references` are the document's. Every provision has its own words, every reference its quote and position, in
/// characters of the document's text. Words that could not be resolved are kept in the property `unresolved` of their
/// provision.
[[nodiscard]] OpenRecords open_records_of(const Document& document, const std::vector<Reference>& references);

/// The same with the treaty's slug, and with what the names of cited instruments mean in `registry`.
[[nodiscard]] SourceRecords records_of(const Document& document, const std::vector<Reference>& references,
                                       const std::string& slug, const InstrumentRegistry& registry);

}  // namespace treatygraph::ingest
