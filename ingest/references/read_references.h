#pragma once
// Reads references with the words of one language, however few of them are understood.

#include <vector>

#include "ingest/citation/lexicon.h"
#include "ingest/references/references.h"

namespace treatygraph::ingest {

[[nodiscard]] std::vector<Reference> read_all_references(const Document& document, const Words& words);

}  // namespace treatygraph::ingest
