#pragma once
// Recognises lines that are headings of provisions and not part of a sentence: they cite nothing, even if the reader of
// structure made no provision of them.

#include <cstddef>
#include <string_view>

#include "ingest/references/reference_phrases.h"

namespace treatygraph::ingest {

/// Whether the words text[first, last), which name an article, division or annex, are a heading: alone on their line,
/// with a title after them, or as in "Annex 1 to the Protocol", and no sentence continues there.
[[nodiscard]] bool is_heading_line(std::string_view text, std::size_t first, std::size_t last,
                                   const ReferencePhrases& phrases);

/// Whether the byte is on a line of a list of headings, "ANNEX 1: Agreement on Boats" above "ANNEX 2: Review
/// Mechanism", that no sentence announces.
[[nodiscard]] bool is_in_list_of_headings(std::string_view text, std::size_t at, const ReferencePhrases& phrases);

/// Whether the words text[first, last) are a line of their own below such a heading: what the annex is called, not a
/// sentence about it.
[[nodiscard]] bool is_title_below_heading(std::string_view text, std::size_t first, std::size_t last,
                                          const ReferencePhrases& phrases);

}  // namespace treatygraph::ingest
