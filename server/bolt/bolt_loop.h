#pragma once
// The thread that owns all connections of the Bolt listener: it accepts, reads, lets sessions answer, and writes. A
// slow, idle or silent client never blocks it. Queries run on their own threads.

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>
#include <string_view>
#include <unordered_map>

#include "server/bolt/bolt_connection.h"
#include "server/bolt/bolt_load.h"
#include "server/bolt/inbox.h"
#include "server/http/outgoing_account.h"

namespace treatygraph::server::bolt {

/// Limits of the listener.
struct LoopLimits {
  std::size_t connections = 1'024;
  ConnectionLimits connection;
  OutgoingAccount::Limits outgoing;
  std::chrono::milliseconds tick{100};     ///< how late an expired time limit is noticed
  std::chrono::milliseconds drain{1'500};  ///< for requests in flight when the server stops
};

/// Single-threaded apart from the inboxes, through which other threads name connections that have something to do.
class Loop {
 public:
  /// What the loop uses; must outlive it.
  struct Surroundings {
    const SessionServices& services;
    const RefuseUpgrade& refuse_upgrade;
    const std::function<void(std::string_view what)>& report;  ///< receives exception messages
  };
  Loop(const LoopLimits& limits, const Surroundings& around, BoltLoad& load);

  /// Serves the clients of `listening` until told to stop and until requests in flight are answered or given up.
  /// Runs on the calling thread. Call it once.
  void run(int listening, const std::stop_token& stop);

 private:
  using Clock = std::chrono::steady_clock;
  using Connections = std::unordered_map<std::uint64_t, std::unique_ptr<Connection>>;

  void wait_for_events(int listening);
  void accept_some(int listening);
  void adopt(Connection::Client client);
  [[nodiscard]] bool close_oldest_idle();
  void on_event(std::uint64_t number, unsigned events);
  template <typename Step>
  void attempt(std::uint64_t number, Step step);
  void look_after(std::uint64_t number, Connection& connection);
  void account_for(std::uint64_t number, Connection& connection);
  void close(std::uint64_t number);
  void read_inbox();
  void give_way();
  void tick();
  void begin_drain(int listening);
  [[nodiscard]] bool is_drained() const;

  const LoopLimits& limits_;
  const Surroundings around_;
  BoltLoad& load_;
  const Descriptor epoll_;
  const std::shared_ptr<Inbox> inbox_ = std::make_shared<Inbox>();
  /// Connections that outgoing_ closes, because too many bytes wait for clients.
  const std::shared_ptr<Inbox> to_give_way_ = std::make_shared<Inbox>();
  OutgoingAccount outgoing_;
  Connections connections_;
  std::uint64_t last_number_;  ///< of the newest connection; numbers are not reused
  bool is_listening_ = false;
  bool is_draining_ = false;
  Clock::time_point drained_by_;  ///< when the loop gives up on requests in flight
  Clock::time_point next_tick_;
  const Connection::Surroundings of_connections_;
};

}  // namespace treatygraph::server::bolt
