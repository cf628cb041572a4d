#pragma once
// What a page of a browser may make its reader's browser ask: not what it could not ask by itself.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/message.h"

namespace treatygraph::server {

/// The refusal of a request that changes or costs something and that a page could send without asking first
/// (Fetch, "CORS-safelisted request-header"): of a type that no client of ours sends, or from a page of another origin
/// that is not admitted.
[[nodiscard]] std::optional<Response> refuse_forged(const Request& request,
                                                    const std::vector<std::string>& cors_origins);

/// Whether a page of another site, or of another port of this host, has sent it.
[[nodiscard]] bool is_from_foreign_page(const Request& request);

/// Whether the origin is one of those that may use this server, or all may.
[[nodiscard]] bool is_admitted(std::string_view origin, const std::vector<std::string>& origins);

}  // namespace treatygraph::server
