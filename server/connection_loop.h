#pragma once
// All connections in one epoll set. One thread reads, frames and hands whole requests to the workers; no client,
// however slow, idle or silent, holds a thread.

#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "server/connection.h"
#include "server/request_frame.h"

namespace treatygraph::server {

class WorkerPool;

struct LoopLimits {
  FrameLimits frame;
  std::size_t connections = 1'024;
  std::size_t threads = 8;
  std::size_t queue = 256;                   ///< whole requests that wait for a thread
  std::chrono::milliseconds idle{5'000};     ///< between two requests
  std::chrono::milliseconds request{5'000};  ///< from the first byte of a request to its last
  std::chrono::milliseconds write{20'000};   ///< for the client to take an answer, or a piece of one that is streamed
  std::chrono::milliseconds drain{1'500};    ///< for what is in flight when the server stops
};

/// What the loop asks of whoever knows HTTP.
struct Answering {
  /// The whole answer, headers and all, to one whole request; sets connection.closes_after_answer. Called on workers.
  std::function<std::string(std::string_view head, std::string_view body, Connection& connection)> answer;
  /// The whole answer to what is refused unread. Called on the loop's thread.
  std::function<std::string(int status, const std::string& detail)> refuse;
  /// Whether the request is so cheap and so urgent that it is answered on the loop's thread: health probes.
  std::function<bool(std::string_view head)> is_probe;
};

class ConnectionLoop {
 public:
  ConnectionLoop(LoopLimits limits, Answering answering);
  /// As stop().
  ~ConnectionLoop();
  ConnectionLoop(const ConnectionLoop&) = delete;
  ConnectionLoop& operator=(const ConnectionLoop&) = delete;

  /// Takes over an accepted socket. Any thread may call it.
  void add(int socket);
  /// Takes no further request, lets what is in flight finish within limits.drain, closes everything.
  void stop();

 private:
  void run();
  void on_event(int socket, unsigned events);
  void read_from(Connection& connection);
  void serve(Connection& connection, RequestFrame frame, bool ended);
  void refuse(Connection& connection, int status, const std::string& detail);
  void work(Connection& connection, const std::string& head, const std::string& body);
  void write_to(Connection& connection);
  void write_next_piece(Connection& connection);
  void give_up(Connection& connection);
  void wait_for(Connection& connection, unsigned events, Connection::Phase phase);
  void arm(int socket, unsigned events) const;
  void drop(Connection& connection);
  void close_overdue();
  [[nodiscard]] bool is_overdue(const Connection& connection, Connection::Clock::time_point now) const;
  [[nodiscard]] bool is_drained();

  const LoopLimits limits_;
  const Answering answering_;
  int epoll_ = -1;
  int wake_ = -1;
  std::mutex mutex_;  ///< of connections_
  std::map<int, std::unique_ptr<Connection>> connections_;
  std::atomic<bool> stopping_ = false;
  std::unique_ptr<WorkerPool> workers_;
  std::jthread thread_;
};

}  // namespace treatygraph::server
