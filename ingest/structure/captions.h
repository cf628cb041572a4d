#pragma once
// Captions within an article, "A. GENERAL PROVISIONS", through which the numbers of its paragraphs run on.

#include <string_view>
#include <vector>

#include "ingest/structure/list_marks.h"

namespace treatygraph::ingest {

/// Of each mark whether it is that of a caption and opens nothing.
[[nodiscard]] std::vector<bool> captions_among(std::string_view text, const std::vector<ListMark>& marks);

}  // namespace treatygraph::ingest
