#pragma once
// How expensive a request is, as far as that can be known before it is answered.

#include <cstdint>

namespace treatygraph::server {

enum class Cost : std::uint8_t {
  Instant,  ///< cheaper than handing it to another thread: answered on the loop
  Cheap,    ///< a few milliseconds: waits only for other cheap requests
  Dear,     ///< expensive, or unknown
};

}  // namespace treatygraph::server
