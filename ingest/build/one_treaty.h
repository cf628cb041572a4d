#pragma once
// Unifies treaties that sources name differently.

#include <vector>

#include "graph/records.h"
#include "ingest/records/source_records.h"

namespace treatygraph::ingest {

/// Merges placeholders of the same treaty: one that a source has under another slug, one that is well known, or one
/// that is spelled differently elsewhere. Relationships to them and to their provisions move to the remaining one.
void make_treaties_one(std::vector<SourceRecords>& sources);

/// Adds to each well-known Treaty what the registry knows and no source said: titles, short titles and abbreviations in
/// `aliases`, `numbers`, `place`, `year`, `official_text`, and their source. A treaty that is not loaded also gets its
/// official title.
void tell_what_is_known(GraphRecords& records);

}  // namespace treatygraph::ingest
