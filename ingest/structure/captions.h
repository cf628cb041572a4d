#pragma once
// Captions within an article, such as "A. GENERAL PROVISIONS". Paragraph numbers continue across them, so the letter
// opens neither a paragraph nor a point.

#include <string_view>
#include <vector>

#include "ingest/structure/list_marks.h"

namespace treatygraph::ingest {

/// For each mark, whether it belongs to a caption and opens nothing. `marks` are those of one body, in text order.
[[nodiscard]] std::vector<bool> captions_among(std::string_view text, const std::vector<ListMark>& marks);

}  // namespace treatygraph::ingest
