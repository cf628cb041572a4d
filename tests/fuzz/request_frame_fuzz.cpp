// Framing of requests with hostile heads and bodies.

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "server/http/request_frame.h"
#include "server/http/target.h"

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace treatygraph::server;
  const std::string_view received(reinterpret_cast<const char*>(data), size);
  RequestFramer whole({});
  const auto frame = whole.look(received);
  if (frame.wire_bytes > size) std::abort();
  if (frame.state == RequestFrame::State::Complete) (void)head_for_library(frame.head);
  // However the bytes are split, the request is the same.
  RequestFramer dripped({});
  RequestFrame last;
  for (std::size_t end = 1; end <= size && last.state == RequestFrame::State::Incomplete; ++end) {
    last = dripped.look(received.substr(0, end));
  }
  const bool is_same = last.state == frame.state && last.body == frame.body && last.wire_bytes == frame.wire_bytes;
  if (frame.state == RequestFrame::State::Complete && !is_same) std::abort();
  (void)parse_target(received);
  return 0;
}
