#pragma once
// Reads the preamble: the names of the parties, and the recitals.

#include <cstddef>
#include <optional>
#include <string_view>

#include "ingest/structure/structure_builder.h"
#include "ingest/structure/structure_words.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {

/// The start of the body of a text without articles: the heading "Preamble", or the words that name the parties;
/// nothing if neither is found in the first 3,000 bytes.
[[nodiscard]] std::optional<std::size_t> start_of_words(std::string_view text,
                                                        const StructureWords& language = english_structure());

/// Opens the preamble, which contains all of `place` after the title, and its numbered or lettered recitals. Unnumbered
/// recitals are not provisions, because nobody could cite them. Opens nothing if no preamble is found; without articles
/// only a heading "Preamble" shows one.
void read_preamble(std::string_view text, StructureBuilder& builder, LineRange place, bool has_articles,
                   const StructureWords& language);

}  // namespace treatygraph::ingest
