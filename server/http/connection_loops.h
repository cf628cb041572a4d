#pragma once
// The loops of one listener, and what they share. All of it lives in serve(): the loops' threads end first, then the
// workers', then what both have used goes.

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

struct LoopLimits {
  FrameLimits frame;
  std::size_t loops = 0;  ///< 0: as many as there are processors
  std::size_t connections = 1'024;
  std::size_t threads = 8;  ///< for dear requests; cheap ones have as many of their own as there are loops
  std::size_t queue = 256;  ///< whole requests that wait for a thread, of each kind
  OutgoingAccount::Limits outgoing;
  std::size_t kept_bytes = 16U << 20U;       ///< of answers that a loop keeps for requests that come again; 0: none
  std::chrono::milliseconds idle{5'000};     ///< between two requests
  std::chrono::milliseconds request{5'000};  ///< from the first byte of a request to its last
  std::chrono::milliseconds write{20'000};   ///< for the client to take an answer, or a piece of one that is streamed
  std::chrono::milliseconds drain{1'500};    ///< for what is in flight when the server stops
};

/// What the loops ask of whoever knows HTTP. Any thread calls it.
struct Answering {
  /// The whole answer, headers and all, to one whole request.
  std::function<Answer(Exchange& exchange)> answer;
  /// The whole answer to what is refused unread.
  std::function<std::string(int status, const std::string& detail)> refuse;
  std::function<Cost(std::string_view head)> cost;
  /// The address of who has sent a request, which may have come through a proxy at `address`.
  std::function<std::string(const std::string& address, std::string_view head)> client;
  /// Told of exceptions that ended a request.
  std::function<void(std::string_view what)> report;
  /// Makes the kept answer that of a new request; false where its snapshot is no longer served.
  std::function<bool(KeptAnswer& kept)> repeat;
};

class ConnectionLoop;

class ConnectionLoops {
 public:
  /// Serves the clients of `listening` until it is told to stop and what was in flight is answered or given up.
  static void serve(const LoopLimits& limits, const Answering& answering, Load& load, int listening,
                    std::stop_token stop);

 private:
  friend class ConnectionLoop;
  ConnectionLoops(const LoopLimits& limits, const Answering& answering, Load& load, int listening);
  ~ConnectionLoops();
  ConnectionLoops(const ConnectionLoops&) = delete;
  ConnectionLoops& operator=(const ConnectionLoops&) = delete;
  void run(const std::stop_token& stop);
  /// The loop that the next client goes to: of `accepting` and the others the one with the fewest connections; where
  /// all places are taken, the one whose oldest idle connection is the oldest of all.
  [[nodiscard]] ConnectionLoop& best_for_new(ConnectionLoop& accepting) const;
  [[nodiscard]] bool is_full() const { return load_.connections >= limits_.connections; }
  [[nodiscard]] WorkerPool& workers_for(Cost cost) { return cost == Cost::Dear ? dear_ : cheap_; }

  const LoopLimits& limits_;
  const Answering& answering_;
  Load& load_;
  const int listening_;
  OutgoingAccount outgoing_;
  std::vector<std::unique_ptr<ConnectionLoop>> loops_;
  WorkerPool cheap_;
  WorkerPool dear_;
};

}  // namespace treatygraph::server
