#pragma once
// Edits a text and keeps the position of each of its bytes in the original.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/text/source_map.h"

namespace treatygraph::ingest {

/// Replaces bytes [first, last) of a text; an insertion if the two are equal.
struct TextEdit {
  std::size_t first = 0;
  std::size_t last = 0;
  std::string written;
};

/// The text after the edits, and its map to the original.
struct EditedText {
  std::string text;
  SourceMap map;
};

/// Applies the edits, which are ordered and do not overlap. `map` leads from `text` to the original. Inserted bytes are
/// mapped to the position of the text that they replace. The pages of `map` are kept. Linear in the text.
[[nodiscard]] EditedText with_edits(std::string_view text, const SourceMap& map, const std::vector<TextEdit>& edits);

}  // namespace treatygraph::ingest
