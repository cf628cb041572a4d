#pragma once
// Links that name their snapshot: `snapshot=`, and the cursors of pages.

#include <memory>
#include <optional>
#include <string_view>

#include "graph/current_graph.h"
#include "queries/catalogue/parameters.h"
#include "server/http/message.h"

namespace treatygraph::server {

/// The graph that a request names, the current one or one before it; the current one if it names none, or none of
/// these.
[[nodiscard]] std::shared_ptr<const Graph> graph_named(std::string_view target, const CurrentGraph& current);

/// A 409 if the request names another snapshot than `answering`, which says what there is; nothing if the link is still
/// valid.
[[nodiscard]] std::optional<Response> of_another_snapshot(const queries::Parameters& parameters, const Graph& answering,
                                                          const CurrentGraph& current);

}  // namespace treatygraph::server
