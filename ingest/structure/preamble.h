#pragma once
// What stands before the first article: the parties, and the recitals of why they agree.

#include <cstddef>
#include <optional>
#include <string_view>

#include "ingest/structure/structure_builder.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {

/// Where the words behind the title of a text without articles begin: at "Preamble" or where the parties are named;
/// nothing where neither is found.
[[nodiscard]] std::optional<std::size_t> start_of_words(std::string_view text);

/// Opens the preamble, which holds all of `place` behind the title, and its numbered or lettered recitals. Recitals
/// without are no provisions that anybody could cite.
void read_preamble(std::string_view text, StructureBuilder& builder, LineRange place, bool has_articles);

}  // namespace treatygraph::ingest
