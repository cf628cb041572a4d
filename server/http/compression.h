#pragma once
// gzip for clients that accept it (RFC 9110, 12.5.3), respecting their q-values.

#include <string>
#include <string_view>

#include "server/http/message.h"

namespace treatygraph::server {

/// Whether `accept_encoding` admits gzip and does not prefer uncompressed bytes.
[[nodiscard]] bool prefers_gzip(std::string_view accept_encoding);
/// True for text of any kind. Small complete bodies are not worth it.
/// Decided by media type; graphics and fonts would not become smaller. Bodies below 1 KiB are left alone.
[[nodiscard]] bool is_worth_compressing(const Response& response);
/// The whole of `bytes` as one gzip stream.
[[nodiscard]] std::string gzipped(std::string_view bytes);
/// Compresses piece by piece. The client can decode every piece that it has received.
/// `plain` is called once per piece.
[[nodiscard]] BodySource gzipped(BodySource plain);

}  // namespace treatygraph::server
