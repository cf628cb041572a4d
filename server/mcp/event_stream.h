#pragma once
// The answer to one message as server-sent events: progress while the reply is made, then the reply
// (https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http).

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

#include "queries/cypher/values/value.h"
#include "queries/mcp/protocol.h"
#include "queries/request/budget.h"
#include "server/http/message.h"

namespace treatygraph::server {

/// Makes the reply within the budget. It runs on another thread and so owns what it needs.
using MakeReply = std::function<queries::mcp::Reply(const queries::Budget& budget)>;

/// Reports progress under `token` until the reply is made. Nothing if too many such streams are open or no thread can
/// be started; the reply is then one JSON object. `gone` must remain valid until the response's source is destroyed.
[[nodiscard]] std::optional<Response> stream_of_events(queries::cypher::Value token, MakeReply make,
                                                       queries::Budget::Limits limits, const std::atomic<bool>* gone);

}  // namespace treatygraph::server
