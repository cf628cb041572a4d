#pragma once
// The Model Context Protocol over HTTP (Streamable HTTP,
// https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http), without sessions: each
// message is a POST, and its reply is one JSON object. A client that wants progress of a tool call gets a stream of
// events that ends with the reply.

#include "server/api/router.h"

namespace treatygraph::server {

/// Adds POST /mcp.
void add_mcp_routes(Router& router);

}  // namespace treatygraph::server
