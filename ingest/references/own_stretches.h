#pragma once
// The words of a document, prepared for reading citations: each provision's own words, in pieces.

#include <cstddef>
#include <vector>

#include "ingest/structure/structure.h"

namespace treatygraph::ingest {

/// A piece of text that belongs to one provision and not to its parts.
struct Stretch {
  std::size_t provision = 0;
  std::size_t first = 0;  ///< bytes of Document::text
  std::size_t last = 0;
};

/// The own words of every provision, in text order. An article's heading may contain citations. It is a separate piece:
/// "SPS Agreement" and "Further to ..." are not "SPS Agreement Further". A division's heading is a title and is left
/// out.
[[nodiscard]] std::vector<Stretch> own_stretches(const Structure& structure);

}  // namespace treatygraph::ingest
