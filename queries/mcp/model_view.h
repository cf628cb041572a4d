#pragma once
// An answer as a language model is given it: short, a page at a time, and with a table of sources: for each thing that
// the answer names, how it is cited, its words, and where they stand.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "graph/graph.h"
#include "queries/cypher/values/value.h"

namespace treatygraph::queries::mcp {

/// Which members of an answer are what.
struct ViewShape {
  std::span<const std::string_view> lists = {};  ///< paged here: the answer has no cursor of its own
  std::span<const std::string_view> links = {};  ///< shown as far as they belong to what is shown
  std::span<const std::string_view> drop = {};   ///< not shown
};

struct ViewPage {
  std::size_t offset = 0;
  std::size_t limit = 20;
};

/// The address of a page about the node that names its snapshot: "http://host/read/uncc/art_24?snapshot=..."; without a
/// `site` the resource "treaty://uncc/art_24".
[[nodiscard]] std::string permalink(const Graph& graph, std::string_view site, NodeId node);

/// One JSON object: "snapshot", the members of `answer`, "shown" (of each paged list from, to and of), "warnings",
/// "truncated", "next_cursor" and "sources". At most some 48 KiB: a page that is longer is made shorter.
[[nodiscard]] std::string model_view(const Graph& graph, std::string_view site, const cypher::Map& answer,
                                     const ViewShape& shape, ViewPage page);

}  // namespace treatygraph::queries::mcp
