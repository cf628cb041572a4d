#pragma once
// Reads the reservations, declarations and objections of participants, which a page lists under their names.

#include <string_view>
#include <vector>

#include "ingest/status/status_page.h"

namespace treatygraph::ingest {

/// Adds the utterances of a section to `page`. `kind` is "objection" for a section of objections; if it is empty,
/// headings or words distinguish reservations from declarations. If the section does not give a date, it is that of the
/// participant's act in `page`, so read the table first.
void read_utterances(std::string_view section, std::string_view kind, StatusPage& page);

}  // namespace treatygraph::ingest
