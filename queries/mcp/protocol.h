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
/// The first one is offered by `initialize` to a client that knows none of them.
inline constexpr std::array<std::string_view, 4> kWithHandshake = {"2025-11-25", "2025-06-18", "2025-03-26",
                                                                   "2024-11-05"};
/// The only version with batches of messages.
inline constexpr std::string_view kWithBatches = "2025-03-26";
inline constexpr std::string_view kVersionKey = "io.modelcontextprotocol/protocolVersion";

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

[[nodiscard]] bool is_known_version(std::string_view version);
/// The version in the message's `_meta`, which marks the newer generation; empty otherwise.
[[nodiscard]] std::string_view version_in(const cypher::Value& message);
/// `params.name` or `params.uri` of methods that have a name; empty otherwise.
[[nodiscard]] std::string_view name_in(const cypher::Value& message);
[[nodiscard]] std::string_view method_in(const cypher::Value& message);

/// The error for a message that may be malformed: repeats its id if it has one.
[[nodiscard]] Reply refuse(const cypher::Value* message, RpcCode code, std::string_view why,
                           std::string_view version = {});
[[nodiscard]] Reply answer(const cypher::Value& message, const Asking& asking);

}  // namespace treatygraph::queries::mcp
