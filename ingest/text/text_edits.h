#pragma once
// Edits a text while preserving the source position of each byte.

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

struct EditedText {
  std::string text;
  SourceMap map;
};

/// `edits` are ordered and do not overlap; `map` is the text's own, and keeps its pages.
[[nodiscard]] EditedText with_edits(std::string_view text, const SourceMap& map, const std::vector<TextEdit>& edits);

}  // namespace treatygraph::ingest
