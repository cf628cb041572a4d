#include "server/http/connection_loops.h"

#include <algorithm>
#include <thread>

#include "server/http/connection_loop.h"

namespace treatygraph::server {
namespace {

/// Expensive work yields the processor to requests that are answered at once.
constexpr int kNicenessOfDear = 10;

/// At most as many loops as Load has places for their progress.
std::size_t loops_for(const LoopLimits& limits) {
  const std::size_t wanted = limits.loops > 0 ? limits.loops : std::thread::hardware_concurrency();
  return std::clamp<std::size_t>(wanted, 1, Load::kMostLoops);
}

}  // namespace

ConnectionLoops::ConnectionLoops(const LoopLimits& limits, const RequestHandlers& request_handlers, Load& load,
                                 int listening)
    : limits_(limits),
      answering_(request_handlers),
      load_(load),
      listening_(listening),
      outgoing_(limits.outgoing, load),
      cheap_({loops_for(limits), limits.queue, 0}, load.cheap, request_handlers.report),
      dear_({limits.threads, limits.queue, kNicenessOfDear}, load.dear, request_handlers.report) {
  for (std::size_t i = 0; i < loops_for(limits); ++i)
    loops_.push_back(std::make_unique<ConnectionLoop>(*this, load.loops[i]));
}

/// Here, because ConnectionLoop is incomplete in the header.
ConnectionLoops::~ConnectionLoops() = default;

void ConnectionLoops::serve(const LoopLimits& limits, const RequestHandlers& request_handlers, Load& load,
                            int listening, const std::stop_token& stop) {
  ConnectionLoops(limits, request_handlers, load, listening).run(stop);
}

/// Returns when all loops have drained. Members are destroyed in reverse order: workers before loops, so no worker can
/// post to a loop that is gone.
void ConnectionLoops::run(const std::stop_token& stop) {
  std::vector<std::jthread> threads;
  for (auto& loop : loops_) threads.emplace_back([&loop] { loop->run(); });
  const std::stop_callback drain(stop, [this] {
    load_.stopping = true;
    for (auto& loop : loops_) loop->drain();
  });
  for (auto& thread : threads) thread.join();
}

/// The accepting loop keeps the client unless another one has fewer connections, because handing over costs a wake-up.
ConnectionLoop& ConnectionLoops::best_for_new(ConnectionLoop& accepting) const {
  if (is_full()) return **std::ranges::min_element(loops_, {}, &ConnectionLoop::idle_since);
  auto& emptiest = **std::ranges::min_element(loops_, {}, &ConnectionLoop::connections);
  return emptiest.connections() < accepting.connections() ? emptiest : accepting;
}

}  // namespace treatygraph::server
