#pragma once
// A status page as relationships of States and organisations to the treaty.

#include <string>

#include "ingest/records/source_records.h"
#include "ingest/status/status_page.h"

namespace treatygraph::ingest {

/// SIGNED, RATIFIED, ACCEPTED, APPROVED, ACCEDED and WITHDREW; RESERVED and DECLARED, with the text, to the provisions
/// that the words name or else to the treaty. The treaty and the participants are placeholders: another source may have
/// them.
[[nodiscard]] SourceRecords records_of(const StatusPage& page, const std::string& slug);

/// The depositary's page decides over what a dataset recalls of acts: `dataset` loses those that the page has. Returns
/// a line for each whose day differs.
[[nodiscard]] std::vector<std::string> give_way_to_page(SourceRecords& dataset, const SourceRecords& page);

}  // namespace treatygraph::ingest
