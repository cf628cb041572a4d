#pragma once
// Adds evidence to extracted records: the file, and the page and position of the words.

#include <cstddef>

#include "graph/records.h"
#include "ingest/structure/document.h"

namespace treatygraph::ingest {

/// Properties of the Treaty node: the file, its SHA-256, its number of pages if it has pages, its number of words, how
/// many of them are in the title or in a provision, and what was not read.
[[nodiscard]] Properties of_document(const Document& document);

/// Adds pages to the records from these positions on. A CONDITIONS relationship without words of its own gets the
/// position of its safeguard, because it was read from the same words.
void add_places(const Document& document, std::size_t first_node, std::size_t first_relationship,
                GraphRecords& records);

}  // namespace treatygraph::ingest
