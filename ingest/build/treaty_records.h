#pragma once
// Makes nodes and relationships from a treaty that was read from its text.

#include <string>
#include <vector>

#include "ingest/build/open_records.h"
#include "ingest/records/instrument_registry.h"
#include "ingest/records/source_records.h"
#include "ingest/references/references.h"
#include "ingest/structure/document.h"

namespace treatygraph::ingest {

/// `references` are those of the document. Each provision has its own words, and each reference its quote and position,
/// in characters of the document's text. Words that could not be resolved are kept for the property `unresolved` of
/// their provision.
[[nodiscard]] OpenRecords open_records_of(const Document& document, const std::vector<Reference>& references);

/// The same with the treaty's slug, and with the meaning that the names of cited instruments have in `registry`.
[[nodiscard]] SourceRecords records_of(const Document& document, const std::vector<Reference>& references,
                                       const std::string& slug, const InstrumentRegistry& registry);

}  // namespace treatygraph::ingest
