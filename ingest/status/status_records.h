#pragma once
// Makes relationships of States and organisations with a treaty from a status page.

#include <string>

#include "ingest/records/source_records.h"
#include "ingest/status/status_page.h"

namespace treatygraph::ingest {

/// SIGNED, RATIFIED, ACCEPTED, APPROVED, ACCEDED and WITHDREW lead to the treaty. RESERVED and DECLARED have the text,
/// and lead to the provisions that it cites, or to the treaty if it cites none. The treaty and the participants are
/// placeholders, because another source may contain them.
[[nodiscard]] SourceRecords records_of(const StatusPage& page, const std::string& slug);

/// Removes the acts that the page also has from `dataset`, because a depositary knows better than a dataset. Returns a
/// line for each act whose date differs.
[[nodiscard]] std::vector<std::string> give_way_to_page(SourceRecords& dataset, const SourceRecords& page);

}  // namespace treatygraph::ingest
