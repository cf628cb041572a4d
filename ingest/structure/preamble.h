#pragma once
// What stands before the first article: the parties, and the recitals of why they agree.

#include <string_view>

#include "ingest/structure/structure_builder.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {

/// Opens the preamble and its numbered or lettered recitals, as far as `place` holds them. Recitals without are no
/// provisions that anybody could cite.
void read_preamble(std::string_view text, StructureBuilder& builder, LineRange place, bool has_articles);

}  // namespace treatygraph::ingest
