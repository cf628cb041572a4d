#include "tests/server/raw_client.h"

#include <array>
#include <stdexcept>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace treatygraph::testing {

RawClient::RawClient(int port, const std::string& from) : socket_(socket(AF_INET, SOCK_STREAM, 0)) {
  sockaddr_in address{};
  if (!from.empty()) {
    sockaddr_in own{};
    own.sin_family = AF_INET;
    inet_pton(AF_INET, from.c_str(), &own.sin_addr);
    (void)bind(socket_, reinterpret_cast<const sockaddr*>(&own), sizeof own);  // NOLINT: the socket API
  }
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {  // NOLINT: the socket API
    throw std::runtime_error("cannot connect");
  }
}

RawClient::~RawClient() {
  close(socket_);
}

bool RawClient::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (count <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

std::string RawClient::receive(std::string_view enough, std::chrono::milliseconds time) {
  const auto until = std::chrono::steady_clock::now() + time;
  std::string received;
  while (enough.empty() || received.find(enough) == std::string::npos) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
    if (left.count() <= 0) break;
    const auto some = receive_some(left);
    if (some.empty()) break;
    received += some;
  }
  return received;
}

std::string RawClient::receive_some(std::chrono::milliseconds time) {
  std::array<char, 65'536> buffer;
  pollfd waiting{socket_, POLLIN, 0};
  if (poll(&waiting, 1, static_cast<int>(time.count())) <= 0) return {};
  const auto count = recv(socket_, buffer.data(), buffer.size(), 0);
  return count <= 0 ? std::string() : std::string(buffer.data(), static_cast<std::size_t>(count));
}

std::string RawClient::receive_bytes(std::size_t count) {
  std::string received(count, '\0');
  const auto got = recv(socket_, received.data(), count, MSG_WAITALL);
  received.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
  return received;
}

void RawClient::end() {
  shutdown(socket_, SHUT_WR);
}

void RawClient::end_by_reset() {
  const linger at_once{1, 0};
  setsockopt(socket_, SOL_SOCKET, SO_LINGER, &at_once, sizeof(at_once));
}

std::string exchange(int port, std::string_view request, const std::string& from) {
  RawClient client(port, from);
  client.send(request);
  return client.receive({}, std::chrono::seconds(30));  // allows for a loaded machine: the server closes long before
}

}  // namespace treatygraph::testing
