#pragma once
// Links that name their snapshot. A client that follows a link gets the answer of the data that the link was made for,
// or is told that they are no longer served, but never the answer of other data.

#include <memory>
#include <optional>
#include <string_view>

#include "graph/current_graph.h"
#include "queries/request/parameters.h"
#include "server/http/message.h"

namespace treatygraph::server {

/// The snapshot that a request names with `snapshot=` or with the cursor of a page, if it is the current one or is
/// still kept. Otherwise the current one. The target is parsed only if it contains one of these words.
[[nodiscard]] std::shared_ptr<const Graph> graph_named(std::string_view target, const CurrentGraph& current);

/// 409 if the request names another snapshot than `answering`; the detail and two members name the snapshots that are
/// served. Nothing if the link is valid, or names no snapshot.
[[nodiscard]] std::optional<Response> of_another_snapshot(const queries::Parameters& parameters, const Graph& answering,
                                                          const CurrentGraph& current);

}  // namespace treatygraph::server
