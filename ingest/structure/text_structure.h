#pragma once
// The structure of a treaty, read from how its text is laid out.

#include <string_view>
#include <vector>

#include "ingest/structure/headings.h"
#include "ingest/structure/structure.h"

namespace treatygraph::ingest {

/// `text` is a cleaned text. eIds are unique: a number that stands twice in one place gets "-2" and so on.
[[nodiscard]] Structure read_structure(std::string_view text);
/// The same where the headings are known: the paragraphs and points below them are read from the layout.
[[nodiscard]] Structure read_structure(std::string_view text, const std::vector<Heading>& headings);

}  // namespace treatygraph::ingest
