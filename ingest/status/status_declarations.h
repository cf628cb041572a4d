#pragma once
// What participants said: under each one's name its reservations, declarations or objections.

#include <string_view>
#include <vector>

#include "ingest/status/status_page.h"

namespace treatygraph::ingest {

/// `kind` is "objection" for a section of those; empty where each heading, or else the words, tell reservation from
/// declaration. Days that the section does not give are those of the acts that `page` has already.
void read_utterances(std::string_view section, std::string_view kind, StatusPage& page);

}  // namespace treatygraph::ingest
