#pragma once
// The legal force of citations, read off the words that lead in and those that follow.

#include <cstddef>
#include <string_view>
#include <vector>

#include "ingest/citation/citation.h"

namespace treatygraph::ingest {

/// One of kModes for each of the citations of a stretch of text that begins at `first`.
[[nodiscard]] std::vector<std::string_view> modes_of(std::string_view text, std::size_t first,
                                                     const std::vector<Citation>& citations);

}  // namespace treatygraph::ingest
