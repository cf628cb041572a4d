#pragma once
// Turns a status page into relationships of States and organisations with the treaty.

#include <string>

#include "ingest/records/source_records.h"
#include "ingest/status/status_page.h"

namespace treatygraph::ingest {

/// SIGNED, RATIFIED, ACCEPTED, APPROVED, ACCEDED and WITHDREW; RESERVED and DECLARED, with their text, on the
/// provisions that they name or else on the treaty. Treaty and participants are placeholders: another source may
/// contain them.
[[nodiscard]] SourceRecords records_of(const StatusPage& page, const std::string& slug);

/// The depositary's page takes precedence over a dataset's recalled acts: `dataset` loses the acts that the page has.
/// Returns a line for each different date.
[[nodiscard]] std::vector<std::string> give_way_to_page(SourceRecords& dataset, const SourceRecords& page);

}  // namespace treatygraph::ingest
