#pragma once
// Reads the structure of a treaty from the layout of its text. This is the entry to this folder for treaties with
// articles.

#include <string_view>
#include <vector>

#include "ingest/structure/headings.h"
#include "ingest/structure/structure.h"

namespace treatygraph::ingest {

/// The provisions of a cleaned text in that language. eIds are unique: a repeated number gets "-2" and so on. Empty if
/// nothing was found. Throws BeyondLimit.
[[nodiscard]] Structure read_structure(std::string_view text, const StructureWords& language = english_structure());
/// The same with headings that the markup of a document gives. Only the preamble and the paragraphs and points below
/// the headings are read from the layout, by the words of English.
[[nodiscard]] Structure read_structure(std::string_view text, const std::vector<Heading>& headings);

}  // namespace treatygraph::ingest
