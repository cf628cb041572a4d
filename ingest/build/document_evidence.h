#pragma once
// Where what was read stands: in which file, on which page, at which place.

#include <cstddef>

#include "graph/records.h"
#include "ingest/structure/document.h"

namespace treatygraph::ingest {

/// Of the Treaty node: the file, the hash of its bytes, its pages where it has any, its words and how many of these
/// stand in its title or in a provision.
[[nodiscard]] Properties of_document(const Document& document);

/// Gives the records from these positions on their pages. A safeguard's reach that no words of its own tell was read
/// where the safeguard stands, and gets its place.
void add_places(const Document& document, std::size_t first_node, std::size_t first_relationship,
                GraphRecords& records);

}  // namespace treatygraph::ingest
