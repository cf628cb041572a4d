#pragma once
// Reads texts of a collection in lower case without line breaks, in which only the words that begin parts are in
// capitals: "... in good and due form, have agreed as follows: ARTICLE ithe parties shall:(a) meet;(b) talk ARTICLE
// iiduties1. each".

#include <string_view>
#include <vector>

#include "ingest/structure/structure_words.h"
#include "ingest/text/text_edits.h"

namespace treatygraph::ingest {

/// Whether the text has hardly any capitals and hardly any line breaks.
[[nodiscard]] bool has_small_letters_alone(std::string_view text);

/// Ordered edits of `text` that insert line breaks before headings and after their numbers, and before consecutive
/// marks of paragraphs and points. The numbers of headings become capitals, as the structure reader expects them: "iv"
/// becomes "IV".
[[nodiscard]] std::vector<TextEdit> lost_lines_of_small_letters(std::string_view text, const StructureWords& language);

}  // namespace treatygraph::ingest
