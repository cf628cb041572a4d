#pragma once
// Recognises lines that are headings of provisions and not part of a sentence. They cite nothing, even if the reader of
// structure did not make provisions of them.

#include <cstddef>
#include <string_view>

#include "ingest/references/reference_phrases.h"

namespace treatygraph::ingest {

/// Whether the words text[first, last), which name an article, division or annex, are a heading: alone on their line,
/// with a title after them, or as in "Annex 1 to the Protocol", and no sentence continues there.
[[nodiscard]] bool is_heading_line(std::string_view text, std::size_t first, std::size_t last,
                                   const ReferencePhrases& phrases);

/// Whether the byte at `at` is on a line of a list of headings that no sentence announces: "ANNEX 1: Agreement on
/// Boats" above "ANNEX 2: Review Mechanism". Tables of contents are such lists.
[[nodiscard]] bool is_in_list_of_headings(std::string_view text, std::size_t at, const ReferencePhrases& phrases);

/// Whether the words text[first, last) fill the line below such a heading: the name of the annex, not a sentence about
/// it.
[[nodiscard]] bool is_title_below_heading(std::string_view text, std::size_t first, std::size_t last,
                                          const ReferencePhrases& phrases);

}  // namespace treatygraph::ingest
