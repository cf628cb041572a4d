#pragma once
// The legal force of a citation, by the words that lead in.

#include <cstddef>
#include <string_view>

namespace treatygraph::ingest {

/// One of kModes, for the citation text[start, end) of a stretch that begins at `first`. `previous_end` is where the
/// citation before it ends (npos without one) and `previous_mode` its mode, which "and article 6" shares.
[[nodiscard]] std::string_view mode_of(std::string_view text, std::size_t first, std::size_t start, std::size_t end,
                                       std::size_t previous_end, std::string_view previous_mode);

}  // namespace treatygraph::ingest
