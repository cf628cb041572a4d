#pragma once
// What the Bolt listener is busy with, as metrics tell it: written by its threads, read by anyone.

#include <atomic>
#include <cstdint>

#include "server/http/load.h"

namespace treatygraph::server::bolt {

struct BoltLoad {
  Load load;                                ///< connections, and bytes that wait for their clients
  std::atomic<std::uint64_t> accepted = 0;  ///< connections
  std::atomic<std::uint64_t> refused = 0;   ///< connections that were closed before they could ask
  std::atomic<std::uint64_t> messages = 0;  ///< that clients sent
  std::atomic<std::uint64_t> answered = 0;  ///< queries whose rows all left, or that were let go by their client
  std::atomic<std::uint64_t> failed = 0;    ///< queries
  std::atomic<std::uint64_t> rows = 0;      ///< sent
  std::atomic<std::uint64_t> bytes = 0;     ///< of messages sent
  std::atomic<std::int64_t> open_results = 0;
};

}  // namespace treatygraph::server::bolt
