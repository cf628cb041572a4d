#pragma once
// Checks everything that is later read from an image without a check of bounds, so that readers need none.

#include "graph/image/image.h"
#include "graph/result.h"

namespace treatygraph::image {

/// The error, Corrupt, names the section whose sizes or numbers do not fit: an offset or a node out of range, or a key
/// index in which a search would not end. Checksums only show that an image is as it was written; this shows that it is
/// a graph. Linear in the size of the image.
[[nodiscard]] Result<void> check_structure(const Image& image);

}  // namespace treatygraph::image
