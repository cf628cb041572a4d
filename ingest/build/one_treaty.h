#pragma once
// Each treaty once, whatever its sources call it.

#include <vector>

#include "graph/records.h"
#include "ingest/records/source_records.h"

namespace treatygraph::ingest {

/// Renames the placeholders of a treaty that a source has under another slug, of one that is well known, and of one
/// that is spelled otherwise elsewhere, and leads what points to them and to their provisions to the one that is left.
void make_treaties_one(std::vector<SourceRecords>& sources);

/// Gives each Treaty that is well known what the table knows of it and no source said: titles, short titles and
/// abbreviations among its `aliases`, `numbers`, `place`, `year`, `official_text`, and where that is from. A treaty
/// that is not loaded gets the official title too.
void tell_what_is_known(GraphRecords& records);

}  // namespace treatygraph::ingest
