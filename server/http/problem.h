#pragma once
// Errors as RFC 9457 problem details (application/problem+json), and the one table from error codes to statuses.

#include <cstddef>
#include <initializer_list>
#include <string_view>
#include <utility>

#include "graph/result.h"
#include "server/http/message.h"

namespace treatygraph::server {

/// The reason phrase of a status: "Not Found" for 404; "Error" for a status that this server does not send.
[[nodiscard]] std::string_view reason_of(int status);

/// Shortens what an error repeats of a request to what a person would read.
inline constexpr std::size_t kLongestDetail = 2'000;

/// application/problem+json with status, title and `detail`, shortened.
[[nodiscard]] Response problem(int status, std::string_view detail);
/// The same with additional members.
[[nodiscard]] Response problem(int status, std::string_view detail,
                               std::initializer_list<std::pair<std::string_view, std::string_view>> members);
/// Maps the error's code to a status: 404 for NotFound, 400 for InvalidArgument, 503 for DeadlineExceeded, and so on.
[[nodiscard]] Response problem(const Error& error);

}  // namespace treatygraph::server
