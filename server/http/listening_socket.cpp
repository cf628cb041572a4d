#include "server/http/listening_socket.h"

#include <cerrno>
#include <cstring>
#include <memory>

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netdb.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace treatygraph::server {
namespace {

constexpr int kBacklog = 4'096;  // the system limits it to net.core.somaxconn
constexpr int kUnsentInKernel =
    262'144;  // small, so that bytes for a slow client wait in our own memory, where they are counted

using Addresses = std::unique_ptr<addrinfo, decltype(&freeaddrinfo)>;

Result<ListeningSocket> not_listening(const std::string& host, int port, std::string_view option, const char* why) {
  return fail(ErrorCode::Unavailable,
              fmt::format("cannot listen on {}:{}: {}; give another {} HOST:PORT, or stop the program that has it",
                          host, port, why, option));
}

void set(int socket, int level, int name, int value) {
  setsockopt(socket, level, name, &value, sizeof value);
}

int port_of(int socket) {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  auto* const generic = reinterpret_cast<sockaddr*>(&address);  // NOLINT: the socket API
  if (getsockname(socket, generic, &size) != 0) return 0;
  // The port is at the same offset in the addresses of both families.
  return ntohs(reinterpret_cast<const sockaddr_in*>(&address)->sin_port);  // NOLINT: the socket API
}

/// An open descriptor if it listens; otherwise errno says why not.
/// Options that fail to be set are ignored: they affect speed only.
Descriptor listening_at(const addrinfo& address) {
  Descriptor made(socket(address.ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
  if (!made.is_open()) return made;
  // No SO_REUSEPORT: two servers could share a port without noticing. Accepted sockets inherit the TCP options.
  set(made.number(), SOL_SOCKET, SO_REUSEADDR, 1);
  set(made.number(), IPPROTO_TCP, TCP_NODELAY, 1);
  set(made.number(), IPPROTO_TCP, TCP_NOTSENT_LOWAT, kUnsentInKernel);
  const bool listens =
      ::bind(made.number(), address.ai_addr, address.ai_addrlen) == 0 && listen(made.number(), kBacklog) == 0;
  if (listens) return made;
  const int why = errno;
  made.reset();
  errno = why;
  // close() may change errno.
  return made;
}

}  // namespace

Result<ListeningSocket> listen_on(const std::string& host, int port, std::string_view option) {
  addrinfo hints{};
  hints.ai_family = AF_UNSPEC;
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
  addrinfo* found = nullptr;
  const int failed = getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &found);
  if (failed != 0) return not_listening(host, port, option, gai_strerror(failed));
  const Addresses addresses(found, &freeaddrinfo);
  for (const auto* address = found; address != nullptr; address = address->ai_next) {
    auto made = listening_at(*address);
    if (!made.is_open()) continue;
    const int bound = port_of(made.number());
    return ListeningSocket{std::move(made), bound};
  }
  return not_listening(host, port, option, std::strerror(errno));
}

}  // namespace treatygraph::server
