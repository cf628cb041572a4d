#pragma once
// Links that name their snapshot: `snapshot=`, and the cursors of pages.

#include <optional>
#include <string_view>

#include "queries/request/parameters.h"
#include "server/http/message.h"

namespace treatygraph::server {

/// A 409 if the request names another snapshot than the loaded one; nothing if the link is still valid.
[[nodiscard]] std::optional<Response> of_another_snapshot(const queries::Parameters& parameters,
                                                          std::string_view loaded);

}  // namespace treatygraph::server
