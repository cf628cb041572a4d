#pragma once
// Changes to a text that keep the way back to where each byte of it came from.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/text/source_map.h"

namespace treatygraph::ingest {

/// Bytes [first, last) of a text, and what is written in their place: nothing is left out where the two are one.
struct TextEdit {
  std::size_t first = 0;
  std::size_t last = 0;
  std::string written;
};

struct EditedText {
  std::string text;
  SourceMap map;
};

/// `edits` are in order and do not overlap; `map` is the text's own, whose pages stay.
[[nodiscard]] EditedText with_edits(std::string_view text, const SourceMap& map, const std::vector<TextEdit>& edits);

}  // namespace treatygraph::ingest
