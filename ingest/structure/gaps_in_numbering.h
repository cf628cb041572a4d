#pragma once
// Numbers that a count leaves out: a sign that a heading was misread, or that a document is not whole.

#include <string>
#include <vector>

#include "ingest/structure/structure.h"

namespace treatygraph::ingest {

/// A sentence for each gap, in text order: "article 32 is missing between article 31 and article 33". Looks at units
/// within an instrument, and at divisions, paragraphs and points within what contains them. Numbers with bis or a
/// letter, and those of several levels, are not counted; articles numbered by chapter (101, 102, 201) begin anew with
/// each hundred.
[[nodiscard]] std::vector<std::string> gaps_in_numbering(const Structure& structure);

}  // namespace treatygraph::ingest
