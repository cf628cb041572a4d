#pragma once
// Errors as RFC 9457 problem details.

#include <string_view>

#include "graph/result.h"
#include "server/message.h"

namespace treatygraph::server {

/// "Not Found" for 404.
[[nodiscard]] std::string_view reason_of(int status);

/// application/problem+json with status, title and `detail`.
[[nodiscard]] Response problem(int status, std::string_view detail);
/// 404 for what nothing is called, 400 for what is wrong, 503 for what took too long, and so on.
[[nodiscard]] Response problem(const Error& error);

}  // namespace treatygraph::server
