#pragma once
// The Model Context Protocol (https://modelcontextprotocol.io/specification/2026-07-28), whatever carries it: one
// JSON-RPC message and the reply to it. Both eras are spoken: since 2026-07-28 each request says its version; before,
// `initialize` agreed on one.

#include <array>
#include <string>
#include <string_view>

#include "queries/cypher/values/value.h"
#include "queries/mcp/tools.h"

namespace treatygraph::queries::mcp {

inline constexpr std::string_view kNewest = "2026-07-28";
/// The first is what a client that knows none of them is offered by `initialize`.
inline constexpr std::array<std::string_view, 4> kWithHandshake = {"2025-11-25", "2025-06-18", "2025-03-26",
                                                                   "2024-11-05"};
/// The one version that has several messages in one.
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
  std::string text;  ///< a JSON-RPC response; empty to notifications
  int status = 200;  ///< of HTTP
};

[[nodiscard]] bool is_known_version(std::string_view version);
/// What the message's `_meta` says, and so that it is of the newer era; empty otherwise.
[[nodiscard]] std::string_view version_in(const cypher::Value& message);
/// `params.name` or `params.uri` of the methods that have a name; empty otherwise.
[[nodiscard]] std::string_view name_in(const cypher::Value& message);
[[nodiscard]] std::string_view method_in(const cypher::Value& message);

/// An error to a message that may be nothing of the kind: its id is repeated where it has one.
[[nodiscard]] Reply refuse(const cypher::Value* message, RpcCode code, std::string_view why,
                           std::string_view version = {});
[[nodiscard]] Reply answer(const cypher::Value& message, const Asking& asking);

}  // namespace treatygraph::queries::mcp
