#pragma once
// Prepares answers for language models: short, paged, and with a table of sources that gives the citation, words and
// permalink of everything the answer names.

#include <cstddef>
#include <string>
#include <string_view>

#include "graph/graph.h"
#include "queries/answer/question.h"
#include "queries/cypher/values/value.h"

namespace treatygraph::queries::mcp {

struct ViewPage {
  std::size_t offset = 0;
  std::size_t limit = 20;
};

/// A permalink to the node: "http://host/read/uncc/art_24?snapshot=..."; without a `site` the resource
/// "treaty://uncc/art_24".
[[nodiscard]] std::string permalink(const Graph& graph, std::string_view site, NodeId node);

/// One JSON object: "snapshot", the members of `answer`, "shown" (for each paged list from, to and of), "warnings",
/// "truncated", "next_cursor" and "sources". About 48 KiB at most; longer pages are shortened.
[[nodiscard]] std::string model_view(const Graph& graph, std::string_view site, const cypher::Map& answer,
                                     const ViewShape& shape, ViewPage page);

}  // namespace treatygraph::queries::mcp
