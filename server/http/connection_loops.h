#pragma once
// The loops of one listener and the state that they share. serve() owns all of it: the loops' threads end first, then
// the workers', then the shared state.

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/connection.h"
#include "server/http/cost.h"
#include "server/http/kept_answers.h"
#include "server/http/load.h"
#include "server/http/outgoing_account.h"
#include "server/http/request_frame.h"
#include "server/http/worker_pool.h"

namespace treatygraph::server {

/// Limits of one listener.
struct LoopLimits {
  FrameLimits frame;
  std::size_t loops = 0;  ///< 0: as many as there are processors
  std::size_t connections = 1'024;
  std::size_t threads = 8;  ///< for expensive requests; cheap ones have one thread per loop
  std::size_t queue = 256;  ///< complete requests that wait for a thread, per kind
  OutgoingAccount::Limits outgoing;
  std::size_t kept_bytes = 16U << 20U;       ///< of answers that each loop caches; 0 turns the cache off
  std::chrono::milliseconds idle{60'000};    ///< between two requests: a client may be busy with an answer for long
  std::chrono::milliseconds request{5'000};  ///< from the first byte of a request to its last
  std::chrono::milliseconds write{20'000};   ///< for the client to take an answer, or one piece of a streamed answer
  std::chrono::milliseconds drain{1'500};    ///< for requests in flight when the server stops
};

/// What the loops need from the HTTP layer. Called on any thread.
struct RequestHandlers {
  /// The complete answer, with its head, to one complete request.
  std::function<Answer(Exchange& exchange)> answer;
  /// The complete answer to a request that was refused unread, or with only its head read.
  std::function<std::string(int status, const std::string& detail, std::string_view head)> refuse;
  /// How expensive the request with this head is; decides which thread answers it.
  std::function<Cost(std::string_view head)> cost;
  /// The client that sent a request, given the address of the connection, which may be a proxy's.
  std::function<std::string(const std::string& address, std::string_view head)> client;
  /// Told of exceptions that ended a request.
  std::function<void(std::string_view what)> report;
  /// Turns a cached answer into that of a new request. False if its snapshot is no longer served.
  std::function<bool(KeptAnswer& kept)> repeat;
};

class ConnectionLoop;

/// Loops, workers and shared state of one listener.
class ConnectionLoops {
 public:
  ConnectionLoops(const ConnectionLoops&) = delete;
  ConnectionLoops& operator=(const ConnectionLoops&) = delete;

  /// Serves the clients of `listening` until told to stop and until requests in flight are answered or given up.
  static void serve(const LoopLimits& limits, const RequestHandlers& request_handlers, Load& load, int listening,
                    const std::stop_token& stop);

 private:
  friend class ConnectionLoop;
  ConnectionLoops(const LoopLimits& limits, const RequestHandlers& request_handlers, Load& load, int listening);
  ~ConnectionLoops();
  void run(const std::stop_token& stop);
  /// The loop that gets the next client: the one with the fewest connections. If all places are taken, the one whose
  /// oldest idle connection is the oldest of all.
  [[nodiscard]] ConnectionLoop& best_for_new(ConnectionLoop& accepting) const;
  [[nodiscard]] bool is_full() const { return load_.connections >= limits_.connections; }
  /// Returns the pool for work of that cost.
  [[nodiscard]] WorkerPool& workers_for(Cost cost) { return cost == Cost::Dear ? dear_ : cheap_; }

  const LoopLimits& limits_;
  const RequestHandlers& answering_;
  Load& load_;
  const int listening_;
  OutgoingAccount outgoing_;
  std::vector<std::unique_ptr<ConnectionLoop>> loops_;
  WorkerPool cheap_;
  WorkerPool dear_;
};

}  // namespace treatygraph::server
