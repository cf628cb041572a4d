#pragma once
// Treaties as JSON, one file each: {"treaty_en", "preamble_en", "articles": [{"title_en", "content_en"}]}.

#include <string_view>

#include "graph/result.h"
#include "ingest/marked_text.h"

namespace treatygraph::ingest {

[[nodiscard]] bool is_json(std::string_view bytes);

/// The articles are numbered by their place. The error says where the JSON is broken or what is missing.
[[nodiscard]] Result<MarkedText> treaty_json_text(std::string_view bytes);

}  // namespace treatygraph::ingest
