// The JSON of request bodies.

#include <cstdint>
#include <string_view>

#include "server/api/json_body.h"
#include "server/cypher/typed_values.h"

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto body = treatygraph::server::read_json_object({reinterpret_cast<const char*>(data), size});
  if (body) (void)treatygraph::server::without_types(*body);
  return 0;
}
