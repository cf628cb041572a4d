#pragma once
// One client's socket over TCP or WebSocket, and its session. No call blocks. Used by its loop's thread only. The first
// bytes decide the transport; after the handshake every message goes to the session.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "server/bolt/chunks.h"
#include "server/bolt/handshake.h"
#include "server/bolt/session.h"
#include "server/bolt/web_socket.h"
#include "server/http/descriptor.h"
#include "server/http/outgoing_account.h"

namespace treatygraph::server::bolt {

/// Sizes and times of one connection.
struct ConnectionLimits {
  std::size_t message_bytes = 1'048'576;
  std::size_t first_message_bytes = 65'536;    ///< before the client has logged on
  std::chrono::milliseconds handshake{5'000};  ///< until a client has logged on
  std::chrono::milliseconds message{5'000};    ///< from the first byte of a message to its last
  std::chrono::milliseconds write{20'000};     ///< for the client to take what is ready for it
  std::chrono::milliseconds silence{15'000};   ///< until a waiting client is told that the server is alive
  std::chrono::milliseconds linger{500};       ///< for the client to read the reason why the connection ends
  SessionLimits session;
};

/// Functions that return false ask the loop to close the connection.
class Connection {
 public:
  using Clock = std::chrono::steady_clock;
  /// State that all connections share.
  struct Surroundings {
    const SessionServices& services;
    const ConnectionLimits& limits;
    const RefuseUpgrade& refuse_upgrade;
  };
  /// A newly accepted client.
  struct Client {
    Descriptor socket;
    std::string address;  ///< "127.0.0.1", "::1"
    int port = 0;
  };
  /// `number` names the connection in the log. `tell` is called, on any thread, when proceed() has something to do.
  Connection(Client client, std::uint64_t number, const Surroundings& around, std::function<void()> tell);

  [[nodiscard]] int socket() const { return socket_.number(); }
  [[nodiscard]] const std::string& address() const { return peer_.address; }

  /// Receives what has arrived and lets the session answer it. False if the connection must be closed.
  [[nodiscard]] bool read();
  /// Sends what is ready, and what the session produces after that. False if the connection must be closed.
  [[nodiscard]] bool proceed();
  /// Checks all time limits. False if the connection must be closed.
  [[nodiscard]] bool outlasts(Clock::time_point now);

  /// Whether the connection reads no more for now, because its client must first take an answer or get one.
  [[nodiscard]] bool may_read() const;
  [[nodiscard]] bool waits_to_write() const { return held_ > 0; }
  /// Bytes that the client has not taken yet.
  [[nodiscard]] std::size_t held() const { return held_; }
  [[nodiscard]] std::uint64_t taken() const { return taken_; }
  /// Whether both sides have agreed on a version.
  [[nodiscard]] bool has_agreed() const { return session_ != nullptr; }
  [[nodiscard]] bool is_idle() const { return held_ == 0 && session_ && session_->is_idle(); }
  /// The server owes the client something, so a stop waits for it.
  [[nodiscard]] bool is_working() const { return held_ > 0 || (session_ && session_->is_working()); }
  /// Time of the last message or answer; before the handshake ends, of the connection.
  [[nodiscard]] Clock::time_point since() const { return session_ ? session_->since() : opened_; }

  /// Present while bytes wait for the client.
  std::optional<OutgoingAccount::Entry> account;
  unsigned watched = 0;  ///< the epoll events that the loop waits for

 private:
  enum class Transport : std::uint8_t { Unknown, Tcp, WebSocket };
  [[nodiscard]] bool take(std::string_view bytes);
  [[nodiscard]] bool find_transport(std::string_view bytes);
  [[nodiscard]] bool take_payload(std::string_view bytes);
  [[nodiscard]] bool shake_hands(std::string_view bytes);
  [[nodiscard]] bool take_messages(std::string_view bytes);
  void put(std::string bytes);
  void put_raw(std::string bytes);
  [[nodiscard]] bool send();
  void end();

  const Surroundings around_;
  const std::function<void()> tell_;
  const Clock::time_point opened_ = Clock::now();
  Descriptor socket_;
  Session::Peer peer_;
  Transport transport_ = Transport::Unknown;
  std::unique_ptr<WebSocket> web_socket_;
  std::string received_;  ///< received and not parsed yet: an upgrade request or a handshake
  Handshake handshake_;
  MessageReader messages_;
  std::unique_ptr<Session> session_;
  std::deque<std::string> outgoing_;
  std::size_t sent_ = 0;  ///< of the first byte
  std::size_t held_ = 0;
  std::uint64_t taken_ = 0;
  bool was_logged_on_ = false;
  bool is_ending_ = false;
  bool is_shut_ = false;             ///< nothing more is sent, but the client may still read
  Clock::time_point message_since_;  ///< set while a message is incomplete
  Clock::time_point write_since_;    ///< set while bytes wait for the client
  Clock::time_point last_sent_ = Clock::now();
  Clock::time_point ended_;
};

}  // namespace treatygraph::server::bolt
