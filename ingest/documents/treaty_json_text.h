#pragma once
// Treaties as JSON, one file each: {"treaty_en", "preamble_en", "articles": [{"article", "title_en", "content_en"}]}.

#include <string_view>

#include "graph/result.h"
#include "ingest/documents/marked_text.h"

namespace treatygraph::ingest {

[[nodiscard]] bool is_json(std::string_view bytes);

/// An article has the number given by the file, or its position if there is none. The error says where the JSON is
/// malformed or what is missing.
[[nodiscard]] Result<MarkedText> treaty_json_text(std::string_view bytes);

}  // namespace treatygraph::ingest
