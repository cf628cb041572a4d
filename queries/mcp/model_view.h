#pragma once
// Prepares answers for language models: short, paged, and with a table of sources that has the citation, the words and
// the permalink of everything that the answer names.

#include <cstddef>
#include <string>
#include <string_view>

#include "graph/graph.h"
#include "queries/answer/question.h"
#include "queries/cypher/values/value.h"
#include "queries/formats/text/json_text.h"

namespace treatygraph::queries::mcp {

// An answer is read back from its JSON as a value of the query language.
using cypher::Map;
using cypher::Value;
using cypher::ValueList;
using cypher::ValueType;
using formats::JsonText;

/// Which entries of each paged list are shown.
struct ViewPage {
  std::size_t offset = 0;
  std::size_t limit = 20;
};

/// A permalink to the node: "http://host/read/uncc/art_24?snapshot=...". Without a `site`, it is the address of the
/// resource, "treaty://uncc/art_24". Nodes that are not text have /node/KEY or treaty://node/KEY.
[[nodiscard]] std::string permalink(const Graph& graph, std::string_view site, NodeId node);

/// The answer as one JSON object: "snapshot", the members of `answer`, "shown" (from, to and of for each paged list),
/// "warnings", "truncated", "next_cursor" and "sources". If it is longer than 48 KiB, pages are halved until it fits or
/// has one entry.
[[nodiscard]] std::string model_view(const Graph& graph, std::string_view site, const Map& answer,
                                     const ViewShape& shape, ViewPage page);

}  // namespace treatygraph::queries::mcp
