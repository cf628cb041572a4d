#pragma once
// Finds numbers that a count leaves out. A gap shows that a heading was misread or that a document is incomplete.

#include <string>
#include <vector>

#include "ingest/structure/structure.h"

namespace treatygraph::ingest {

/// A sentence for each gap, in text order: "article 32 is missing between article 31 and article 33". Units are counted
/// within an instrument; divisions, paragraphs and points within the provision that contains them. Numbers with bis or
/// a letter, and numbers of several levels, are not counted. If articles are numbered by chapter (101, 102, 201), each
/// hundred begins a new count.
[[nodiscard]] std::vector<std::string> gaps_in_numbering(const Structure& structure);

}  // namespace treatygraph::ingest
