#pragma once
// Reads treaties in JSON, one per file: {"treaty_en", "preamble_en", "articles": [{"article", "title_en",
// "content_en"}]}.

#include <string_view>

#include "graph/result.h"
#include "ingest/documents/marked_text.h"

namespace treatygraph::ingest {

/// Whether the first character other than white space is "{".
[[nodiscard]] bool is_json(std::string_view bytes);

/// Writes the preamble and the articles. An article has the number that the file gives, or its position from 1 if it
/// gives none. The error says where the JSON is malformed or what is missing. The structure is left empty: it is read
/// from the headings and the layout.
[[nodiscard]] Result<MarkedText> treaty_json_text(std::string_view bytes);

}  // namespace treatygraph::ingest
