#pragma once
// The words of a document as they are read for citations: each provision's own, in pieces.

#include <cstddef>
#include <vector>

#include "ingest/structure/structure.h"

namespace treatygraph::ingest {

/// Words that belong to one provision and to none of its parts.
struct Stretch {
  std::size_t provision = 0;
  std::size_t first = 0;  ///< bytes of Document::text
  std::size_t last = 0;
};

/// Own words of every provision, in the order of the text. An article's heading may cite and is a stretch of its own:
/// "SPS Agreement" and "Further to ..." are no "SPS Agreement Further"; a division's heading is a title, and left out.
[[nodiscard]] std::vector<Stretch> own_stretches(const Structure& structure);

}  // namespace treatygraph::ingest
