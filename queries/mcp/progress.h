#pragma once
// Progress notifications of a request that takes long. A client that sends a progress token gets one every second
// (https://modelcontextprotocol.io/specification/2026-07-28/basic/utilities/progress).

#include <chrono>
#include <string>

#include "queries/cypher/values/value.h"

namespace treatygraph::queries::mcp {

/// The time between two notifications.
inline constexpr std::chrono::seconds kBetweenProgress{1};

/// The progress token in a request's `_meta`; null if the client wants no notifications. Valid as long as the message.
[[nodiscard]] const cypher::Value* progress_token_in(const cypher::Value& message);
/// The notification, with these parameters: {"progressToken": ..., "progress": seconds so far, "total": seconds at
/// most}. `most` is the time limit of the request.
[[nodiscard]] std::string progress_notification(const cypher::Value& token, std::size_t seconds,
                                                std::chrono::milliseconds most);

}  // namespace treatygraph::queries::mcp
