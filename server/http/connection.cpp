#include "server/http/connection.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include <fmt/format.h>
#include <sys/socket.h>

namespace treatygraph::server {
namespace {

std::string printed(const Accepted& accepted) {
  const bool is_v6 = accepted.address.find(':') != std::string::npos;
  return is_v6 ? fmt::format("[{}]:{}", accepted.address, accepted.port)
               : fmt::format("{}:{}", accepted.address, accepted.port);
}

}  // namespace

Exchange::Exchange(Connection& with, std::string of_client, std::string request_head, std::string request_body)
    : peer(with.peer()),
      client(std::move(of_client)),
      head(std::move(request_head)),
      body(std::move(request_body)),
      connection(&with) {}

Connection::Connection(Accepted accepted, const FrameLimits& limits)
    : framer(limits),
      socket_(std::move(accepted.socket)),
      peer_(printed(accepted)),
      address_(std::move(accepted.address)) {}

/// A read that does not fill the buffer has received everything; another event announces what arrives later.
bool Connection::receive(std::size_t most) {
  std::array<char, 65'536> buffer;  // NOLINT: filled by recv
  // On the stack and not initialized: one recv per request is usual, and most requests are a few hundred bytes.
  while (may_read && received().size() < most) {
    const auto room = std::min(buffer.size(), most - received().size());
    const auto count = recv(socket(), buffer.data(), room, 0);
    if (count > 0) {
      received_.append(buffer.data(), static_cast<std::size_t>(count));
      // After a hang-up there is no further event, so the loop must read until recv returns 0.
      may_read = is_hung_up || static_cast<std::size_t>(count) == room;
    } else if (count == 0) {
      has_ended = true;
      may_read = false;
    } else if (errno == EAGAIN) {
      may_read = false;
    } else if (errno != EINTR) {
      return false;
    }
  }
  return true;
}

/// Pipelined requests are not moved for each request before them: the used bytes are erased only when they are at least
/// half of the buffer, so the cost is linear in total.
void Connection::consume(std::size_t bytes) {
  consumed_ += bytes;
  if (consumed_ < received_.size() && consumed_ < received_.size() / 2) return;
  received_.erase(0, consumed_);
  consumed_ = 0;
}

void Connection::put(std::string bytes) {
  if (outgoing_.empty()) {
    outgoing_ = std::move(bytes);
  } else {
    outgoing_ += bytes;
  }
}

Connection::Transfer Connection::send() {
  while (sent_ < outgoing_.size()) {
    const auto count = ::send(socket(), outgoing_.data() + sent_, outgoing_.size() - sent_, MSG_NOSIGNAL);
    if (count >= 0) {
      sent_ += static_cast<std::size_t>(count);
      taken_ += static_cast<std::uint64_t>(count);
    } else if (errno == EAGAIN) {
      return Transfer::WouldWait;
    } else if (errno != EINTR) {
      return Transfer::Closed;
    }
  }
  // Frees the memory at once, so that the next answer can use it while it is warm in the cache.
  outgoing_ = std::string();
  sent_ = 0;
  return Transfer::Done;
}

void Connection::shut_down() const {
  // SHUT_WR sends FIN after the answer; the socket still receives.
  shutdown(socket(), SHUT_WR);
}

}  // namespace treatygraph::server
