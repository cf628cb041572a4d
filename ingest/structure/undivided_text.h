#pragma once
// Treaties without articles: exchanges of notes, memoranda, resolutions, amendments, lists of measures.

#include <string_view>

#include "ingest/structure/structure.h"

namespace treatygraph::ingest {

/// Whether the beginning of a text names an instrument, and its words oblige or address someone; a letter about the
/// weather does neither.
[[nodiscard]] bool is_instrument(std::string_view text);

/// The text after the title as one body with numbered paragraphs and points (`para_1`, `para_1__point_a`), up to the
/// conclusions.
[[nodiscard]] Structure read_undivided_text(std::string_view text);

}  // namespace treatygraph::ingest
