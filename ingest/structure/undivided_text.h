#pragma once
// Treaties that have no articles: exchanges of notes, memoranda, resolutions, amendments, lists of measures.

#include <string_view>

#include "ingest/structure/structure.h"

namespace treatygraph::ingest {

/// Whether the head of a text names an instrument, and its words oblige or address someone: a letter about the weather
/// does not.
[[nodiscard]] bool is_instrument(std::string_view text);

/// The words behind the title as one body, with its numbered paragraphs and points (`para_1`, `para_1__point_a`), as
/// far as the conclusions.
[[nodiscard]] Structure read_undivided_text(std::string_view text);

}  // namespace treatygraph::ingest
