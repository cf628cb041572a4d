#pragma once
// Lines that are the heading of a provision and no part of a sentence: they cite nothing, even where the reader of
// structure made no provision of them.

#include <cstddef>
#include <string_view>

namespace treatygraph::ingest {

/// Whether the words text[first, last), which name an article, a division or an annex, are a heading: alone on their
/// line or with a title behind them, or as in "Annex 1 to the Protocol", and no sentence goes on there.
[[nodiscard]] bool is_heading_line(std::string_view text, std::size_t first, std::size_t last);

}  // namespace treatygraph::ingest
