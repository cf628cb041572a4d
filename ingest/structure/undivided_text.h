#pragma once
// Reads treaties without articles: exchanges of notes, memoranda, resolutions, amendments, lists of measures. English
// only.

#include <string_view>

#include "ingest/structure/structure.h"

namespace treatygraph::ingest {

/// Whether a text without articles is an instrument at all: its beginning names one, and its words oblige or address
/// someone. A letter about the weather does neither.
[[nodiscard]] bool is_instrument(std::string_view text);

/// The text after the title as one body with numbered paragraphs and points (`para_1`, `para_1__point_a`), up to the
/// conclusions. In an exchange, each later letter is an instrument of its own (`letter_2`).
[[nodiscard]] Structure read_undivided_text(std::string_view text);

}  // namespace treatygraph::ingest
