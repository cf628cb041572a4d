#pragma once
// What the Bolt listener is doing, for metrics. Written by its threads, read by any thread.

#include <atomic>
#include <cstdint>

#include "server/http/load.h"

namespace treatygraph::server::bolt {

struct BoltLoad {
  Load load;                                ///< connections, and bytes that clients have not taken yet
  std::atomic<std::uint64_t> accepted = 0;  ///< connections
  std::atomic<std::uint64_t> refused = 0;   ///< connections closed before a client logged on
  std::atomic<std::uint64_t> messages = 0;  ///< messages received
  std::atomic<std::uint64_t> answered = 0;  ///< queries that ended normally or were discarded by their client
  std::atomic<std::uint64_t> failed = 0;    ///< queries that ended with a failure
  std::atomic<std::uint64_t> rows = 0;      ///< records sent
  std::atomic<std::uint64_t> bytes = 0;     ///< bytes sent
  std::atomic<std::int64_t> open_results = 0;
};

}  // namespace treatygraph::server::bolt
