#pragma once
// How much work a request is, as far as that can be told before it is done.

#include <cstdint>

namespace treatygraph::server {

enum class Cost : std::uint8_t {
  Instant,  ///< less than handing it to another thread would cost others: answered on the loop
  Cheap,    ///< some milliseconds: waits for other cheap ones alone
  Dear,     ///< nobody knows
};

}  // namespace treatygraph::server
