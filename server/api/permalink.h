#pragma once
// Links that name the snapshot they are of: `snapshot=`, and the cursors of pages.

#include <optional>
#include <string_view>

#include "queries/catalogue/parameters.h"
#include "server/http/message.h"

namespace treatygraph::server {

/// The 409 to who asks for another snapshot than the one that is loaded; nothing where the link still holds.
[[nodiscard]] std::optional<Response> of_another_snapshot(const queries::Parameters& parameters,
                                                          std::string_view loaded);

}  // namespace treatygraph::server
