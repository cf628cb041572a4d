// A connection passes through three stages. First find_transport() looks at the first byte: 0x60 begins Bolt's
// handshake, and anything that may be HTTP is read as an upgrade to WebSocket. Then shake_hands() agrees on a version.
// From then on take_messages() cuts the payload into messages for the session.
//
// proceed() alternates between sending and letting the session make the next piece, for a limited number of rounds, so
// that one client with a fast line does not keep the loop from others. Time limits are checked by outlasts() at each
// tick.

#include "server/bolt/bolt_connection.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include <fmt/format.h>
#include <sys/socket.h>
#include <sys/uio.h>

namespace treatygraph::server::bolt {
namespace {

constexpr std::size_t kReadAtOnce = 65'536;
constexpr std::size_t kMostUnderstood = 9'216;  // bytes of an upgrade or a handshake
/// Bytes of queued messages; beyond that the connection reads no more until some were answered.
constexpr std::size_t kMostQueued = 2'097'152;
constexpr std::size_t kPiecesAtOnce = 16;  // buffers that one sendmsg takes
constexpr int kRoundsAtOnce = 16;          // pieces of one answer before other connections get their turn
constexpr char kFirstOfBolt = '\x60';      // the first byte of the handshake's magic number, 60 60 B0 17

/// The number makes the connection's name in the log.
Session::Peer peer_of(const Connection::Client& client, std::uint64_t number) {
  const bool is_v6 = client.address.find(':') != std::string::npos;
  return {
      fmt::format("bolt-{}", number),
      is_v6 ? fmt::format("[{}]:{}", client.address, client.port) : fmt::format("{}:{}", client.address, client.port),
      client.address};
}

}  // namespace

Connection::Connection(Client client, std::uint64_t number, const Surroundings& around, std::function<void()> tell)
    : around_(around),
      tell_(std::move(tell)),
      socket_(std::move(client.socket)),
      peer_(peer_of(client, number)),
      messages_(around.limits.first_message_bytes) {}

// Receiving.

/// A client that sends without reading is slowed down by its own TCP connection.
bool Connection::may_read() const {
  if (is_ending_) return true;  // discards what the client still sends
  return held_ < kMostQueued && (!session_ || session_->queued_bytes() < kMostQueued);
}

bool Connection::read() {
  std::array<char, kReadAtOnce> buffer;  // NOLINT: filled by recv
  const auto count = recv(socket(), buffer.data(), buffer.size(), 0);
  if (count < 0) return errno == EAGAIN || errno == EINTR;
  if (count == 0) return false;  // a client that closed its side has gone away
  if (is_ending_) return true;
  return take({buffer.data(), static_cast<std::size_t>(count)}) && proceed();
}

/// Takes received bytes in any stage. False if the connection must be closed.
bool Connection::take(std::string_view bytes) {
  switch (transport_) {
    case Transport::Unknown:
      return find_transport(bytes);
    case Transport::Tcp:
      return take_payload(bytes);
    case Transport::WebSocket:
      break;
  }
  std::string payload;
  std::string answer;
  const bool goes_on = web_socket_->read(bytes, payload, answer);
  if (!answer.empty()) put_raw(std::move(answer));
  if (!payload.empty() && !take_payload(payload)) return false;
  if (!goes_on) end();
  return true;
}

/// False if the bytes are neither Bolt nor HTTP. Bytes after an upgrade request belong to the WebSocket.
bool Connection::find_transport(std::string_view bytes) {
  received_.append(bytes);
  if (received_.front() == kFirstOfBolt) {
    transport_ = Transport::Tcp;
    return take_payload(std::exchange(received_, {}));
  }
  if (!may_be_http(received_)) return false;
  auto upgrade = read_upgrade(received_, around_.refuse_upgrade);
  if (upgrade.state == Upgrade::State::NeedsMore) return true;
  put_raw(std::move(upgrade.answer));
  if (upgrade.state == Upgrade::State::Refused) {
    end();
    return true;
  }
  const auto rest = received_.substr(upgrade.head_bytes);
  received_.clear();
  web_socket_ = std::make_unique<WebSocket>(2 * around_.limits.message_bytes);
  transport_ = Transport::WebSocket;
  return rest.empty() || take(rest);
}

/// Bytes of Bolt, without the frames of a WebSocket.
bool Connection::take_payload(std::string_view bytes) {
  return session_ ? take_messages(bytes) : shake_hands(bytes);
}

/// All of the handshake may come at once, together with the first messages.
bool Connection::shake_hands(std::string_view bytes) {
  received_.append(bytes);
  std::string answer;
  for (std::size_t read = 1; read > 0;) {
    read = handshake_.read(received_, answer);
    received_.erase(0, read);
  }
  if (!answer.empty()) put(std::move(answer));
  if (handshake_.state() == Handshake::State::Refused) {
    if (held_ == 0) return false;
    end();
    return true;
  }
  if (handshake_.state() != Handshake::State::Agreed) return received_.size() < kMostUnderstood;
  session_ = std::make_unique<Session>(around_.services, peer_,
                                       Session::Agreed{handshake_.version(), handshake_.was_by_manifest()}, tell_);
  const auto rest = std::exchange(received_, {});
  return rest.empty() || take_messages(rest);
}

/// A message that is too long is answered, and is the last.
bool Connection::take_messages(std::string_view bytes) {
  std::deque<std::string> whole;
  const bool was_amid = messages_.is_amid_message();
  const bool is_short_enough = messages_.read(bytes, whole);
  if (messages_.is_amid_message() && (!was_amid || !whole.empty())) message_since_ = Clock::now();
  for (auto& message : whole) {
    if (!session_->is_over()) session_->receive(std::move(message));
  }
  if (is_short_enough) return true;
  std::string out;
  session_->refuse_long_message(out);
  put(std::move(out));
  end();
  return true;
}

// Sending.

/// One WebSocket frame per piece.
void Connection::put(std::string bytes) {
  if (bytes.empty()) return;
  if (web_socket_) put_raw(WebSocket::head_of(bytes.size()));
  put_raw(std::move(bytes));
}

/// The clock for a client that takes nothing starts when the first byte waits.
void Connection::put_raw(std::string bytes) {
  if (held_ == 0) write_since_ = Clock::now();
  held_ += bytes.size();
  outgoing_.push_back(std::move(bytes));
}

/// The next piece is made only after the previous one was sent, which detects clients that take nothing.
bool Connection::proceed() {
  for (int round = 0; round < kRoundsAtOnce; ++round) {
    if (!send()) return false;
    if (held_ > 0) return true;
    if (is_ending_ || !session_) break;
    std::string out;
    session_->advance(out);
    messages_.set_longest(session_->is_logged_on() ? around_.limits.message_bytes : around_.limits.first_message_bytes);
    put(std::move(out));
    if (session_->is_over()) end();
    if (held_ == 0) break;
  }
  // There is more to send: the loop calls again, after other connections.
  if (held_ > 0) tell_();
  if (!is_ending_ || held_ > 0 || std::exchange(is_shut_, true)) return true;
  shutdown(socket(), SHUT_WR);
  return true;
}

/// Gathers up to 16 buffers in one call. False if the connection is broken.
bool Connection::send() {
  while (held_ > 0) {
    std::array<iovec, kPiecesAtOnce> pieces{};
    std::size_t count = 0;
    for (auto& piece : outgoing_) {
      if (count == pieces.size()) break;
      const auto skipped = count == 0 ? sent_ : 0;
      pieces.at(count++) = {piece.data() + skipped, piece.size() - skipped};
    }
    msghdr message{};
    message.msg_iov = pieces.data();
    message.msg_iovlen = count;
    const auto sent = sendmsg(socket(), &message, MSG_NOSIGNAL);
    if (sent < 0) {
      if (errno == EAGAIN) return true;
      if (errno == EINTR) continue;
      return false;
    }
    held_ -= static_cast<std::size_t>(sent);
    taken_ += static_cast<std::uint64_t>(sent);
    sent_ += static_cast<std::size_t>(sent);
    while (!outgoing_.empty() && sent_ >= outgoing_.front().size()) {
      sent_ -= outgoing_.front().size();
      outgoing_.pop_front();
    }
    last_sent_ = Clock::now();
  }
  return true;
}

/// The connection closes after what is ready was sent and the client had time to read it.
void Connection::end() {
  if (std::exchange(is_ending_, true)) return;
  ended_ = Clock::now();
  if (web_socket_ && session_) put_raw(WebSocket::farewell());
}

// Time limits.

/// Checks in this order: a client that takes nothing, an ending connection, the log-on, an incomplete message, the
/// session. At the end a client that waits for a long query gets an empty chunk.
bool Connection::outlasts(Clock::time_point now) {
  const auto& limits = around_.limits;
  if (held_ > 0 && now >= write_since_ + limits.write) return false;
  if (is_ending_) return now < ended_ + limits.linger + (held_ > 0 ? limits.write : std::chrono::milliseconds(0));
  const bool is_logged_on = session_ && session_->is_logged_on();
  if (!is_logged_on && now >= since() + limits.handshake) return false;
  if (!is_logged_on && now >= opened_ + limits.handshake && !was_logged_on_) return false;
  was_logged_on_ = was_logged_on_ || is_logged_on;
  if (messages_.is_amid_message() && now >= message_since_ + limits.message) return false;
  if (!session_) return true;
  if (!session_->outlasts(now, limits.session)) return false;
  if (held_ > 0 || !session_->is_working() || now < last_sent_ + limits.silence) return true;
  put(std::string(kNoop));
  return proceed();
}

}  // namespace treatygraph::server::bolt
