#pragma once
// gzip for who accepts it (RFC 9110, 12.5.3), with the q-values that clients send.

#include <string>
#include <string_view>

namespace treatygraph::server {

/// Whether `accept_encoding` admits gzip and does not prefer the plain bytes.
[[nodiscard]] bool prefers_gzip(std::string_view accept_encoding);
/// Text of any kind; what is small gains nothing.
[[nodiscard]] bool is_worth_compressing(std::string_view content_type, std::size_t bytes);
[[nodiscard]] std::string gzipped(std::string_view bytes);

}  // namespace treatygraph::server
