#pragma once
// Some of the connections in an epoll set of their own. One thread accepts, reads, frames, answers what is instant and
// writes; what takes longer it hands to workers, and what they made comes back through the inbox. No client, however
// slow, idle or silent, holds a thread, and no other thread touches a connection.

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

  /// Until it has been told to drain, and has: its thread.
  void run();

  // Any thread may call these.
  void take(Accepted accepted);
  /// Takes no further request, lets what is in flight finish within limits.drain, closes everything.
  void drain();
  [[nodiscard]] std::size_t connections() const { return connection_count_; }
  /// Since when the connection has been idle that has been so longest; the far future where none is.
  [[nodiscard]] Connection::Clock::rep idle_since() const { return idle_since_.load(std::memory_order_relaxed); }

 private:
  using Clock = Connection::Clock;
  using Phase = Connection::Phase;
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
  bool refuse(Connection& connection, int status, const std::string& detail);
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
  const Answering& answering_;
  Progress& progress_;
  const Descriptor epoll_;
  const Descriptor wake_;
  /// By phase; who has been longest in it first, so that only the first can be overdue.
  std::array<std::list<Connection>, Connection::kPhases> connections_;
  std::vector<Connection*> unfinished_;  ///< have more requests; others come first
  KeptAnswers kept_;
  std::size_t told_kept_bytes_ = 0;  ///< of kept_, as the load has it
  bool is_listening_ = false;
  bool is_draining_ = false;
  Clock::time_point drained_by_;
  Clock::time_point next_tick_;
  std::atomic<std::size_t> connection_count_ = 0;
  std::atomic<Clock::rep> idle_since_ = std::numeric_limits<Clock::rep>::max();

  std::mutex mutex_;  ///< of what follows
  std::vector<Letter> inbox_;
  bool is_asleep_ = false;
};

}  // namespace treatygraph::server
