// Where a request ends: hostile heads and bodies.

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "server/request_frame.h"
#include "server/target.h"

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace treatygraph::server;
  const std::string_view received(reinterpret_cast<const char*>(data), size);
  const auto frame = frame_request(received, {});
  if (frame.state == RequestFrame::State::Complete && frame.head_bytes + frame.body_bytes > size) std::abort();
  (void)parse_target(received);
  return 0;
}
