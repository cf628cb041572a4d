#include "server/connection.h"

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <fmt/format.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace treatygraph::server {
namespace {

std::string peer_of(int socket) {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  std::array<char, NI_MAXHOST> host{};
  std::array<char, NI_MAXSERV> port{};
  auto* const generic = reinterpret_cast<sockaddr*>(&address);
  if (getpeername(socket, generic, &size) != 0) return {};
  constexpr int kNumbers = NI_NUMERICHOST | NI_NUMERICSERV;
  if (getnameinfo(generic, size, host.data(), host.size(), port.data(), port.size(), kNumbers) != 0) return {};
  const bool is_v6 = address.ss_family == AF_INET6;
  return is_v6 ? fmt::format("[{}]:{}", host.data(), port.data()) : fmt::format("{}:{}", host.data(), port.data());
}

}  // namespace

Connection::Connection(int socket, const FrameLimits& limits)
    : framer(limits), socket_(socket), peer_(peer_of(socket)) {
  fcntl(socket_, F_SETFL, fcntl(socket_, F_GETFL) | O_NONBLOCK);
  const int on = 1;
  setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

Connection::~Connection() {
  close(socket_);
}

Connection::Transfer Connection::receive(std::size_t most) {
  std::array<char, 16'384> buffer;
  while (received_.size() < most) {
    const auto count = recv(socket_, buffer.data(), std::min(buffer.size(), most - received_.size()), 0);
    if (count > 0) {
      received_.append(buffer.data(), static_cast<std::size_t>(count));
    } else if (count < 0 && errno == EINTR) {
      continue;
    } else if (count < 0 && errno == EAGAIN) {
      return Transfer::WouldWait;
    } else {
      return Transfer::Closed;
    }
  }
  return Transfer::Done;
}

Connection::Transfer Connection::send() {
  while (has_outgoing()) {
    const auto count = ::send(socket_, outgoing_.data() + sent_, outgoing_.size() - sent_, MSG_NOSIGNAL);
    if (count >= 0) {
      sent_ += static_cast<std::size_t>(count);
    } else if (errno == EAGAIN) {
      return Transfer::WouldWait;
    } else if (errno != EINTR) {
      return Transfer::Closed;
    }
  }
  // Its memory goes back at once: to the next answer, warm, and not to a client that may never ask again.
  outgoing_ = std::string();
  sent_ = 0;
  return Transfer::Done;
}

void Connection::shut_down() {
  shutdown(socket_, SHUT_WR);
}

void Connection::enter(Phase phase) {
  since_ = Clock::now();
  phase_ = phase;
}

}  // namespace treatygraph::server
