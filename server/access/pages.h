#pragma once
// Rules for requests that a web page could make its reader's browser send, although the page may not read the answer
// (cross-site request forgery). A query is harmless to the data but costs time and memory.

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

/// Whether a page of another site, or of another port of this host, sent the request. Decided by Sec-Fetch-Site, or by
/// Origin in browsers that do not send it. False for programs that send neither.
[[nodiscard]] bool is_from_foreign_page(const Request& request);

/// Whether `origins`, or "*" among them, admits the origin.
[[nodiscard]] bool is_admitted(std::string_view origin, const std::vector<std::string>& origins);

}  // namespace treatygraph::server
