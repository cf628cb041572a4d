#pragma once
// Reads references with the words of one language, whatever share of them is understood. find_references() adds the
// decision whether the share is large enough.

#include <vector>

#include "ingest/citation/lexicon.h"
#include "ingest/references/references.h"

namespace treatygraph::ingest {

/// All references of the document, in text order, read with the words of one language.
[[nodiscard]] std::vector<Reference> read_all_references(const Document& document, const Words& words);

}  // namespace treatygraph::ingest
