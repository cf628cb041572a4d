#pragma once
// Whether an image makes a graph: what is read from it without a look at bounds.

#include "graph/image/image.h"
#include "graph/result.h"

namespace treatygraph::image {

/// The error, Corrupt, names the section whose sizes or numbers do not fit: an offset or a node that is out of range, a
/// key index in which a search would not end. Checksums tell damage from what was written; this tells a graph from
/// whatever else was written.
[[nodiscard]] Result<void> check_structure(const Image& image);

}  // namespace treatygraph::image
