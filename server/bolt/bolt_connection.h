#pragma once
// One client's socket: bytes as they come and go, over TCP or WebSocket, and the session that they belong to. No call
// waits. Of its loop's thread alone.

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

struct ConnectionLimits {
  std::size_t message_bytes = 1'048'576;
  std::size_t first_message_bytes = 65'536;    ///< of who has not logged on
  std::chrono::milliseconds handshake{5'000};  ///< until a client has logged on
  std::chrono::milliseconds message{5'000};    ///< from the first byte of a message to its last
  std::chrono::milliseconds write{20'000};     ///< for the client to take what is ready for it
  std::chrono::milliseconds silence{15'000};   ///< after it, a client who waits is told that the server is there
  std::chrono::milliseconds linger{500};       ///< for the client to read why the connection ends
  SessionLimits session;
};

class Connection {
 public:
  using Clock = std::chrono::steady_clock;
  /// What they share.
  struct Surroundings {
    const SessionServices& services;
    const ConnectionLimits& limits;
    const RefuseUpgrade& refuse_upgrade;
  };
  struct Client {
    Descriptor socket;
    std::string address;  ///< "127.0.0.1", "::1"
    int port = 0;
  };
  Connection(Client client, std::uint64_t number, const Surroundings& around, std::function<void()> tell);

  [[nodiscard]] int socket() const { return socket_.number(); }
  [[nodiscard]] const std::string& address() const { return peer_.address; }

  /// Takes what has arrived; the session answers it. False when the connection is to be closed.
  [[nodiscard]] bool read();
  /// Sends what there is, and what the session makes when that has left. False when the connection is to be closed.
  [[nodiscard]] bool proceed();
  /// Looks at what must not last. False when the connection is to be closed.
  [[nodiscard]] bool outlasts(Clock::time_point now);

  /// It takes no more for now: its client is to take, or be answered, first.
  [[nodiscard]] bool may_read() const;
  [[nodiscard]] bool waits_to_write() const { return held_ > 0; }
  /// Bytes that wait for the client.
  [[nodiscard]] std::size_t held() const { return held_; }
  [[nodiscard]] std::uint64_t taken() const { return taken_; }
  [[nodiscard]] bool has_agreed() const { return session_ != nullptr; }
  [[nodiscard]] bool is_idle() const { return held_ == 0 && session_ && session_->is_idle(); }
  [[nodiscard]] bool is_working() const { return held_ > 0 || (session_ && session_->is_working()); }
  [[nodiscard]] Clock::time_point since() const { return session_ ? session_->since() : opened_; }

  std::optional<OutgoingAccount::Entry> account;
  unsigned watched = 0;  ///< the events that its loop waits for

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
  std::string received_;  ///< that was not understood yet: of the upgrade, of the handshake
  Handshake handshake_;
  MessageReader messages_;
  std::unique_ptr<Session> session_;
  std::deque<std::string> outgoing_;
  std::size_t sent_ = 0;  ///< of the first
  std::size_t held_ = 0;
  std::uint64_t taken_ = 0;
  bool was_logged_on_ = false;
  bool is_ending_ = false;
  bool is_shut_ = false;             ///< nothing more is sent; the client may still read
  Clock::time_point message_since_;  ///< while a part of one has come
  Clock::time_point write_since_;    ///< while something waits
  Clock::time_point last_sent_ = Clock::now();
  Clock::time_point ended_;
};

}  // namespace treatygraph::server::bolt
