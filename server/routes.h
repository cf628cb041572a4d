#pragma once
// The routes of the API: one for each question of the catalogue, and those that tell about the service itself.

#include <string>

#include "queries/catalogue.h"
#include "server/router.h"

namespace treatygraph::server {

/// Everything that is asked of a graph, and the page at /.
void add_routes(Router& router, const RunningQueries& running);

/// "/v1/dependencies?of=uncc:art_35&direction=out": a request that the bundled data can answer.
[[nodiscard]] std::string example_target(const queries::Question& question);

}  // namespace treatygraph::server
