#pragma once
// Parses the participants' reservations, declarations and objections, listed under their names.

#include <string_view>
#include <vector>

#include "ingest/status/status_page.h"

namespace treatygraph::ingest {

/// `kind` is "objection" for a section of objections; if empty, the heading or the words distinguish reservations from
/// declarations. Dates that the section lacks are those of the acts already in `page`.
void read_utterances(std::string_view section, std::string_view kind, StatusPage& page);

}  // namespace treatygraph::ingest
