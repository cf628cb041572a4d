#pragma once
// One epoll loop with its own share of the connections. Its thread accepts, reads, frames, writes, and answers requests
// that are instant. Slower requests go to workers, and their answers return through the inbox. A slow, idle or silent
// client never occupies a thread, and no other thread touches a connection.

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <functional>
#include <limits>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "server/http/connection.h"
#include "server/http/connection_loops.h"
#include "server/http/kept_answers.h"
#include "server/http/request_frame.h"

namespace treatygraph::server {

class ConnectionLoop {
 public:
  ConnectionLoop(ConnectionLoops& others, Progress& progress);
  ConnectionLoop(const ConnectionLoop&) = delete;
  ConnectionLoop& operator=(const ConnectionLoop&) = delete;

  /// Runs on the calling thread until the loop was told to drain and has done so.
  /// Call it once.
  void run();

  // Any thread may call these.
  /// Gives the loop a client that another loop accepted.
  void take(Accepted accepted);
  /// Takes no further requests, lets those in flight finish within limits.drain, and closes everything.
  void drain();
  [[nodiscard]] std::size_t connections() const { return connection_count_; }
  /// Since when the connection that has been idle longest is idle; the far future if no connection is idle.
  [[nodiscard]] Connection::Clock::rep idle_since() const { return idle_since_.load(std::memory_order_relaxed); }

 private:
  using Clock = Connection::Clock;
  using Phase = Connection::Phase;
  /// A task that another thread leaves in the inbox; the loop's thread runs it.
  using Letter = std::function<void()>;

  void post(Letter letter);
  void wait_for_events();
  [[nodiscard]] bool may_sleep();
  void read_letters();
  void read(const Letter& letter) const;
  [[nodiscard]] int milliseconds_to_wait() const;
  void watch_listening(bool watches);
  void accept_some();
  void adopt(Accepted accepted);
  bool close_oldest_idle();

  void on_event(Connection& connection, unsigned events);
  template <typename First>
  void proceed(Connection& connection, First first);
  bool take_request(Connection& connection);
  bool tell_to_continue(Connection& connection);
  [[nodiscard]] KeptAnswer* kept_for(const Connection& connection);
  bool repeat(Connection& connection, const KeptAnswer& kept);
  bool serve(Connection& connection, RequestFrame frame);
  void keep(const Exchange& exchange);
  void tell_kept_bytes();
  bool refuse(Connection& connection, int status, const std::string& detail, std::string_view head = {});
  void make_answer(Exchange& exchange) const;
  void finish(const std::shared_ptr<Exchange>& exchange);
  bool deliver(Connection& connection);
  bool write(Connection& connection);
  void ask_for_piece(Connection& connection);
  void make_piece(Exchange& exchange) const;
  Piece next_piece(const Answer& answer, std::string& piece) const;
  void account_for(Connection& connection);
  void end_exchange(Connection& connection);
  void dispose(std::shared_ptr<Exchange> exchange);

  void enter(Connection& connection, Phase phase);
  void publish_idle();
  void linger(Connection& connection);
  void close(Connection& connection);
  void close_overdue();
  void close_cancelled();
  void begin_drain();
  [[nodiscard]] bool is_drained() const;
  [[nodiscard]] std::list<Connection>& in(Phase phase) { return connections_[static_cast<std::size_t>(phase)]; }
  [[nodiscard]] const std::list<Connection>& in(Phase phase) const {
    return connections_[static_cast<std::size_t>(phase)];
  }

  ConnectionLoops& others_;
  const LoopLimits& limits_;
  const RequestHandlers& answering_;
  Progress& progress_;
  const Descriptor epoll_;
  // An eventfd, written when a letter arrives while the loop sleeps.
  const Descriptor wake_;
  /// By phase, longest in the phase first, so that only the first one can be overdue.
  std::array<std::list<Connection>, Connection::kPhases> connections_;
  std::vector<Connection*> unfinished_;  ///< have more pipelined requests, but let other connections go first
  KeptAnswers kept_;
  std::size_t told_kept_bytes_ = 0;  ///< the bytes of kept_ that load_ was last told
  bool is_listening_ = false;        ///< the loop watches the listening socket
  bool is_draining_ = false;
  Clock::time_point drained_by_;  ///< when the loop gives up on requests in flight; set by begin_drain()
  Clock::time_point next_tick_;   ///< when cancelled answers are looked for again
  std::atomic<std::size_t> connection_count_ = 0;
  /// Read by other loops, which choose one for a new client.
  std::atomic<Clock::rep> idle_since_ = std::numeric_limits<Clock::rep>::max();

  std::mutex mutex_;  ///< guards what follows
  std::vector<Letter> inbox_;
  bool is_asleep_ = false;  ///< set only while the loop blocks in epoll_wait; otherwise posting needs no system call
};

}  // namespace treatygraph::server
