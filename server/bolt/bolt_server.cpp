#include "server/bolt/bolt_server.h"

#include <utility>

#include "server/http/listening_socket.h"

namespace treatygraph::server::bolt {

BoltServer::BoltServer(const CurrentGraph& current, RunningQueries& running, BoltLoad& load, BoltOptions options)
    : current_(current), running_(running), load_(load), options_(std::move(options)) {}

Result<int> BoltServer::bind(const ListenAddress& address) {
  auto listening = listen_on(address.host, address.port, "--bolt");
  if (!listening) return fail(listening.error());
  listening_ = std::move(listening->descriptor);
  address_ = printed(address, listening->port);
  return listening->port;
}

/// Serves until told to stop. Objects are destroyed in reverse order: sessions end first, then the queries that they
/// abandon, then the shared state.
void BoltServer::serve(const std::stop_token& stop) {
  OpenResults results(options_.results, running_, options_.budget, options_.record, load_, options_.report);
  const SessionServices services{current_, results, load_, options_.admits, address_};
  Loop loop(options_.loop, {services, options_.refuse_upgrade, options_.report}, load_);
  loop.run(listening_.number(), stop);
  listening_.reset();
}

}  // namespace treatygraph::server::bolt
