#pragma once
// The Model Context Protocol (https://modelcontextprotocol.io/specification/2026-07-28), independent of the transport:
// one JSON-RPC message and its reply. Supports both generations: since 2026-07-28 each request states its version;
// before, `initialize` negotiated one.

#include <array>
#include <string>
#include <string_view>

#include "queries/cypher/values/value.h"
#include "queries/mcp/tools.h"

namespace treatygraph::queries::mcp {

inline constexpr std::string_view kNewest = "2026-07-28";
/// The versions that `initialize` negotiates. The first one is offered to a client that asks for another version.
inline constexpr std::array<std::string_view, 4> kWithHandshake = {"2025-11-25", "2025-06-18", "2025-03-26",
                                                                   "2024-11-05"};
/// The only version with batches of messages.
inline constexpr std::string_view kWithBatches = "2025-03-26";
/// The member of `_meta` that states the version of a request.
inline constexpr std::string_view kVersionKey = "io.modelcontextprotocol/protocolVersion";

/// Error codes: those of JSON-RPC 2.0, and those of the Model Context Protocol from -32002 on.
enum class RpcCode : int {
  ParseError = -32700,
  InvalidRequest = -32600,
  MethodNotFound = -32601,
  InvalidParams = -32602,
  InternalError = -32603,
  ResourceNotFound = -32002,  ///< until 2025-11-25
  HeaderMismatch = -32020,
  UnsupportedVersion = -32022,
};

struct Reply {
  std::string text;  ///< a JSON-RPC response; empty for notifications
  int status = 200;  ///< the HTTP status
};

/// Whether the version is of either generation.
[[nodiscard]] bool is_known_version(std::string_view version);
/// The version in the message's `_meta`, which only the newer generation has; otherwise empty.
[[nodiscard]] std::string_view version_in(const cypher::Value& message);
/// `params.name` or `params.uri`, for the methods that name a tool, a prompt or a resource; otherwise empty.
[[nodiscard]] std::string_view name_in(const cypher::Value& message);
[[nodiscard]] std::string_view method_in(const cypher::Value& message);

/// The reply to a message that is refused. `message` may be malformed, or null if it is not JSON; its id is repeated if
/// it has one. `version` is the requested version, for UnsupportedVersion.
[[nodiscard]] Reply refuse(const cypher::Value* message, RpcCode code, std::string_view why,
                           std::string_view version = {});
/// The reply to a message: a result, an error, or an empty text for a notification. Any thread may call it.
[[nodiscard]] Reply answer(const cypher::Value& message, const CallContext& context);

}  // namespace treatygraph::queries::mcp
