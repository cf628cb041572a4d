#pragma once
// The routes of the API: one per question of the catalogue, and those about the service itself.

#include <functional>
#include <string>

#include "queries/catalogue/catalogue.h"
#include "server/api/router.h"

namespace treatygraph::server {

/// The questions, the export and the page at /. `discovery` answers clients that ask for JSON at /.
/// The handlers refer to the catalogue, which is constant.
void add_routes(Router& router, std::function<Response(const Call&)> discovery);

/// "/v1/dependencies?of=uncc:art_35&direction=out": a request that the bundled data can answer.
[[nodiscard]] std::string example_target(const queries::Question& question);

}  // namespace treatygraph::server
