#pragma once
// Progress of a request that takes long: who asks for it by a token is told each second
// (https://modelcontextprotocol.io/specification/2026-07-28/basic/utilities/progress).

#include <chrono>
#include <string>

#include "queries/cypher/values/value.h"

namespace treatygraph::queries::mcp {

/// How often progress is told.
inline constexpr std::chrono::seconds kBetweenProgress{1};

/// The token in a request's `_meta`; null: nobody wants to be told.
[[nodiscard]] const cypher::Value* progress_token_in(const cypher::Value& message);
/// {"progressToken": ..., "progress": seconds so far, "total": seconds at most}
[[nodiscard]] std::string progress_notification(const cypher::Value& token, std::size_t seconds,
                                                std::chrono::milliseconds most);

}  // namespace treatygraph::queries::mcp
