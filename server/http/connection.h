#pragma once
// One client's socket, with the bytes that it sent and that were not read yet, and the bytes that it has not taken yet.
// No call blocks. Only the thread of its loop touches it.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "server/http/descriptor.h"
#include "server/http/exchange.h"
#include "server/http/outgoing_account.h"
#include "server/http/request_frame.h"

namespace treatygraph::server {

/// A newly accepted client.
struct Accepted {
  Descriptor socket;
  std::string address;  ///< "127.0.0.1", "::1"
  int port = 0;
};

/// A client's connection. Its loop moves it from phase to phase; the public members are the loop's notes about it.
class Connection {
 public:
  using Clock = std::chrono::steady_clock;
  /// How far send() came: everything was sent, the socket's buffer is full, or the connection is broken.
  enum class Transfer { Done, WouldWait, Closed };
  /// What the connection is waiting for: a request, the rest of a request, its answer being made, the client taking the
  /// answer, or the client's end. Closed connections stay in their list until no event can refer to them.
  enum class Phase { Idle, Reading, Working, Writing, Closing, Closed };
  static constexpr std::size_t kPhases = 6;

  Connection(Accepted accepted, const FrameLimits& limits);

  [[nodiscard]] int socket() const { return socket_.number(); }
  /// "127.0.0.1:40312", "[::1]:40312".
  [[nodiscard]] const std::string& peer() const { return peer_; }
  /// Without the port.
  [[nodiscard]] const std::string& address() const { return address_; }

  /// Receives what has arrived, up to `most` bytes in total. False if the connection is broken.
  bool receive(std::size_t most);
  /// The received bytes that no request has used yet. Valid until the next receive() or consume().
  [[nodiscard]] std::string_view received() const { return std::string_view(received_).substr(consumed_); }
  /// Drops bytes from the front of received().
  void consume(std::size_t bytes);

  /// Bytes that are put from now on belong to another answer.
  void begin_answer() { taken_ = 0; }
  /// Appends to the bytes to send; nothing is sent yet.
  void put(std::string bytes);
  /// Sends what was put. WouldWait if the client takes no more for now.
  Transfer send();
  /// Bytes in memory that the client has not taken. They are freed only when all have been sent.
  [[nodiscard]] std::size_t held() const { return outgoing_.size(); }
  /// Bytes of the current answer that the socket has accepted.
  [[nodiscard]] std::uint64_t taken() const { return taken_; }
  /// Tells the client that nothing more follows. What it still sends is not read.
  void shut_down() const;
  void close() { socket_.reset(); }

  Phase phase = Phase::Idle;
  Clock::time_point since = Clock::now();         ///< when it entered the phase
  RequestFramer framer;                           ///< of received()
  std::list<Connection>::iterator place;          ///< in its loop's list of the phase
  bool may_read = true;                           ///< there may be bytes to receive
  bool is_hung_up = false;                        ///< the client has closed its side; the end is still to be read
  bool has_ended = false;                         ///< the client has closed its side, and everything was read
  std::shared_ptr<Exchange> exchange;             ///< for the request being answered
  bool streams = false;                           ///< part of a streamed answer has been sent
  std::optional<OutgoingAccount::Entry> account;  ///< present while the client takes its answer slowly

 private:
  Descriptor socket_;
  std::string peer_;
  std::string address_;
  std::string received_;
  std::size_t consumed_ = 0;
  std::string outgoing_;
  std::size_t sent_ = 0;
  std::uint64_t taken_ = 0;
};

}  // namespace treatygraph::server
