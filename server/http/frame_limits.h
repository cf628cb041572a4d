#pragma once
// How large a request may be, and how larger ones are refused.

#include <cstddef>
#include <string>

namespace treatygraph::server {

/// Limits of one request; a request beyond them is refused before its rest is read.
struct FrameLimits {
  std::size_t target_bytes = 4'096;
  std::size_t head_bytes = 16'384;
  std::size_t headers = 64;
  std::size_t body_bytes = 1'048'576;
  /// In a chunked body: chunk-size lines, their extensions, and trailers.
  std::size_t chunk_overhead_bytes = 262'144;

  /// All received bytes that one request may take, including empty lines before it.
  [[nodiscard]] std::size_t wire_bytes() const { return 2 * head_bytes + body_bytes + chunk_overhead_bytes; }
};

/// Why a request is refused unread; shown to the client.
struct Refusal {
  int status = 400;
  std::string detail;
};

}  // namespace treatygraph::server
