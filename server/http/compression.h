#pragma once
// gzip for who accepts it (RFC 9110, 12.5.3), with the q-values that clients send.

#include <string>
#include <string_view>

#include "server/http/message.h"

namespace treatygraph::server {

/// Whether `accept_encoding` admits gzip and does not prefer the plain bytes.
[[nodiscard]] bool prefers_gzip(std::string_view accept_encoding);
/// Text of any kind; a body that is whole and small gains nothing.
[[nodiscard]] bool is_worth_compressing(const Response& response);
[[nodiscard]] std::string gzipped(std::string_view bytes);
/// Piece by piece: what a client has got of it, it can read.
[[nodiscard]] BodySource gzipped(BodySource plain);

}  // namespace treatygraph::server
