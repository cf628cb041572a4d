#pragma once
// Captions within an article such as "A. GENERAL PROVISIONS", across which paragraph numbers continue.

#include <string_view>
#include <vector>

#include "ingest/structure/list_marks.h"

namespace treatygraph::ingest {

/// For each mark, whether it belongs to a caption and opens nothing.
[[nodiscard]] std::vector<bool> captions_among(std::string_view text, const std::vector<ListMark>& marks);

}  // namespace treatygraph::ingest
