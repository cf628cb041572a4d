#pragma once
// Texts of a collection that wrote them in small letters and lost their lines, but for the words that open parts:
// "... in good and due form, have agreed as follows: ARTICLE ithe parties shall:(a) meet;(b) talk ARTICLE iiduties1.
// each".

#include <string_view>
#include <vector>

#include "ingest/text/text_edits.h"

namespace treatygraph::ingest {

/// Whether hardly a letter is a capital, and lines are missing.
[[nodiscard]] bool has_small_letters_alone(std::string_view text);

/// Parts such a text before its headings, behind their numbers, which become capitals, and before the marks of
/// paragraphs and points that count on.
[[nodiscard]] std::vector<TextEdit> lost_lines_of_small_letters(std::string_view text);

}  // namespace treatygraph::ingest
