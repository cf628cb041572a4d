#pragma once
// One client's socket: what it sent and was not read yet, what it is to get and was not taken yet. No call waits.

#include <atomic>
#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include "server/message.h"
#include "server/request_frame.h"

namespace treatygraph::server {

class Connection {
 public:
  using Clock = std::chrono::steady_clock;
  enum class Transfer { Done, WouldWait, Closed };

  /// Takes the socket over, closes it in the end.
  Connection(int socket, const FrameLimits& limits);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  [[nodiscard]] int socket() const { return socket_; }
  /// "127.0.0.1:40312", "[::1]:40312".
  [[nodiscard]] const std::string& peer() const { return peer_; }

  /// Takes what has arrived, until `most` bytes are held.
  Transfer receive(std::size_t most);
  [[nodiscard]] std::string_view received() const { return received_; }
  void consume(std::size_t bytes) { received_.erase(0, bytes); }

  void put(std::string bytes) {
    if (outgoing_.empty()) {
      outgoing_ = std::move(bytes);
    } else {
      outgoing_ += bytes;
    }
  }
  /// Sends what was put; WouldWait when the client takes no more for now.
  Transfer send();
  [[nodiscard]] bool has_outgoing() const { return sent_ < outgoing_.size(); }
  /// Tells the client that nothing more comes; what it still sends is not read.
  void shut_down();

  /// What the connection waits for, and since when; the loop closes it when that takes too long.
  enum class Phase { Idle, Reading, Working, Writing, Closing };
  void enter(Phase phase);
  [[nodiscard]] Phase phase() const { return phase_; }
  [[nodiscard]] Clock::time_point since() const { return since_; }

  /// The client has closed its end while its request was worked on, or the request was cancelled.
  std::atomic<bool> gone = false;
  RequestFramer framer;  ///< of received()
  /// What makes the rest of the answer, asked when all that was put has been sent. It may look at `gone`.
  BodySource source;
  bool sends_chunks = true;  ///< RFC 9112, 7.1; else the body ends with the connection
  bool closes_after_answer = false;

 private:
  int socket_;
  std::string peer_;
  std::string received_;
  std::string outgoing_;
  std::size_t sent_ = 0;
  std::atomic<Phase> phase_ = Phase::Idle;
  std::atomic<Clock::time_point> since_ = Clock::now();
};

}  // namespace treatygraph::server
