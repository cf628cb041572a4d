#pragma once
// Reads the structure of a treaty from the layout of its text.

#include <string_view>
#include <vector>

#include "ingest/structure/headings.h"
#include "ingest/structure/structure.h"

namespace treatygraph::ingest {

/// `text` is a cleaned text in that language. eIds are unique: a repeated number gets "-2" and so on.
[[nodiscard]] Structure read_structure(std::string_view text, const StructureWords& language = english_structure());
/// The same with known headings: the paragraphs and points below them are read from the layout.
[[nodiscard]] Structure read_structure(std::string_view text, const std::vector<Heading>& headings);

}  // namespace treatygraph::ingest
