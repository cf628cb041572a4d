#pragma once
// Adds evidence to extracted records: file, page, position.

#include <cstddef>

#include "graph/records.h"
#include "ingest/structure/document.h"

namespace treatygraph::ingest {

/// On the Treaty node: the file, its SHA-256, its pages if any, its number of words, and how many of them are in the
/// title or in a provision.
[[nodiscard]] Properties of_document(const Document& document);

/// Adds pages to the records from these positions on. A CONDITIONS relationship without words of its own was read where
/// its safeguard is, and gets that position.
void add_places(const Document& document, std::size_t first_node, std::size_t first_relationship,
                GraphRecords& records);

}  // namespace treatygraph::ingest
