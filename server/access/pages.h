#pragma once
// Rules for requests that a web page could make its reader's browser send.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/message.h"

namespace treatygraph::server {

/// Refuses a request with side effects or costs that a page could send without a preflight (Fetch, "CORS-safelisted
/// request-header"): one with a type that no client of ours sends, or from a page of another origin that is not
/// admitted.
[[nodiscard]] std::optional<Response> refuse_forged(const Request& request,
                                                    const std::vector<std::string>& cors_origins);

/// Whether a page of another site, or of another port of this host, sent the request.
[[nodiscard]] bool is_from_foreign_page(const Request& request);

/// Whether the origin may use this server.
[[nodiscard]] bool is_admitted(std::string_view origin, const std::vector<std::string>& origins);

}  // namespace treatygraph::server
