// Connections have numbers, and epoll events and inboxes contain those numbers instead of pointers: a number that is no
// longer in the map is ignored, so nothing refers to a connection that was closed in the meantime. Sockets are watched
// level-triggered, for reading only while the connection may read, and for writing only while bytes wait.
//
// A tick visits all connections. That is linear in their number, but a Bolt connection lives long, and there are at
// most as many as --max-connections allows.

#include "server/bolt/bolt_loop.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <span>
#include <utility>
#include <vector>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/epoll.h>
#include <sys/socket.h>

#include "server/http/thrown.h"

namespace treatygraph::server::bolt {
namespace {

// Numbers in the place of a connection's number. Connections have larger ones.
constexpr std::uint64_t kListening = 0;
constexpr std::uint64_t kInbox = 1;
constexpr std::uint64_t kGiveWay = 2;
constexpr std::uint64_t kStop = 3;
constexpr std::uint64_t kLastOfOthers = 99;

constexpr std::size_t kEventsAtOnce = 128;  // per call of epoll_wait
constexpr int kAcceptsAtOnce = 64;          // clients per event, before connections get their turn
constexpr int kLongestWait = 60'000;        // milliseconds

void watch(int epoll, int operation, int descriptor, std::uint64_t number, unsigned events) {
  epoll_event event{};
  event.events = events;
  event.data.u64 = number;
  epoll_ctl(epoll, operation, descriptor, &event);
}

/// Detects clients that vanished without closing.
void keep_alive(int socket) {
  const int on = 1;
  setsockopt(socket, SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on);
}

/// The socket is not open if accept4 failed; errno then says why.
Connection::Client accept_from(int listening) {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  auto* const generic = reinterpret_cast<sockaddr*>(&address);  // NOLINT: the socket API
  Connection::Client client{Descriptor(accept4(listening, generic, &size, SOCK_NONBLOCK | SOCK_CLOEXEC)), {}, 0};
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (address.ss_family == AF_INET6) {
    const auto& v6 = reinterpret_cast<const sockaddr_in6&>(address);  // NOLINT: the socket API
    client.address = inet_ntop(AF_INET6, &v6.sin6_addr, text.data(), text.size());
    client.port = ntohs(v6.sin6_port);
  } else if (address.ss_family == AF_INET) {
    const auto& v4 = reinterpret_cast<const sockaddr_in&>(address);  // NOLINT: the socket API
    client.address = inet_ntop(AF_INET, &v4.sin_addr, text.data(), text.size());
    client.port = ntohs(v4.sin_port);
  }
  return client;
}

}  // namespace

Loop::Loop(const LoopLimits& limits, const Surroundings& around, BoltLoad& load)
    : limits_(limits),
      around_(around),
      load_(load),
      epoll_(epoll_create1(EPOLL_CLOEXEC)),
      outgoing_(limits.outgoing, load.load),
      last_number_(kLastOfOthers),
      of_connections_{around.services, limits.connection, around.refuse_upgrade} {
  watch(epoll_.number(), EPOLL_CTL_ADD, inbox_->descriptor(), kInbox, EPOLLIN);
  watch(epoll_.number(), EPOLL_CTL_ADD, to_give_way_->descriptor(), kGiveWay, EPOLLIN);
}

// The callback runs on the thread that asks for the stop; it only wakes the loop.
void Loop::run(int listening, const std::stop_token& stop) {
  const std::stop_callback drain(stop, [inbox = inbox_] { inbox->tell(kStop); });
  watch(epoll_.number(), EPOLL_CTL_ADD, listening, kListening, EPOLLIN);
  is_listening_ = true;
  while (!is_drained()) {
    wait_for_events(listening);
    if (stop.stop_requested()) begin_drain(listening);
    if (Clock::now() >= next_tick_) {
      tick();
      if (!is_draining_ && !std::exchange(is_listening_, true)) {
        watch(epoll_.number(), EPOLL_CTL_ADD, listening, kListening, EPOLLIN);
      }
    }
  }
  while (!connections_.empty()) close(connections_.begin()->first);
}

/// Without connections there is nothing to time, so the loop sleeps until an event.
void Loop::wait_for_events(int listening) {
  std::array<epoll_event, kEventsAtOnce> events;  // NOLINT: filled by epoll_wait
  const bool has_clock = !connections_.empty() || is_draining_ || !is_listening_;
  const int longest = has_clock ? static_cast<int>(limits_.tick.count()) : kLongestWait;
  const int count = epoll_wait(epoll_.number(), events.data(), static_cast<int>(events.size()), longest);
  for (const auto& event : std::span(events).first(static_cast<std::size_t>(std::max(count, 0)))) {
    switch (event.data.u64) {
      case kListening:
        accept_some(listening);
        break;
      case kInbox:
        read_inbox();
        break;
      case kGiveWay:
        give_way();
        break;
      default:
        on_event(event.data.u64, event.events);
    }
  }
}

// Accepting clients.

/// If the system has no descriptor or memory left, the oldest idle connection makes room; if none is idle, the
/// listening socket is not watched until the next tick.
void Loop::accept_some(int listening) {
  for (int i = 0; i < kAcceptsAtOnce && !is_draining_; ++i) {
    auto client = accept_from(listening);
    if (client.socket.is_open()) {
      adopt(std::move(client));
    } else if (errno == EAGAIN) {
      return;
    } else if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM) {
      if (close_oldest_idle()) continue;
      watch(epoll_.number(), EPOLL_CTL_DEL, listening, kListening, 0);
      is_listening_ = false;
      return;
    }
  }
}

/// A client that finds no place is closed at once: before the handshake no message could tell why.
void Loop::adopt(Connection::Client client) {
  ++load_.accepted;
  if (connections_.size() >= limits_.connections && !close_oldest_idle()) {
    ++load_.refused;
    return;
  }
  keep_alive(client.socket.number());
  const auto number = ++last_number_;
  auto tell = [inbox = inbox_, number] { inbox->tell(number); };
  auto connection =
      std::make_unique<Connection>(std::move(client), number - kLastOfOthers, of_connections_, std::move(tell));
  watch(epoll_.number(), EPOLL_CTL_ADD, connection->socket(), number, EPOLLIN);
  connection->watched = EPOLLIN;
  connections_.emplace(number, std::move(connection));
  ++load_.load.connections;
}

/// Linear in the connections, and called only when all places are taken. False if no connection is idle.
bool Loop::close_oldest_idle() {
  std::uint64_t oldest = 0;
  auto since = Clock::time_point::max();
  for (const auto& [number, connection] : connections_) {
    if (!connection->is_idle() || connection->since() >= since) continue;
    oldest = number;
    since = connection->since();
  }
  if (oldest == 0) return false;
  ++load_.load.closed_for_new;
  close(oldest);
  return true;
}

// Connections.

/// The order matters: a client that has taken bytes makes room for what its next message is answered with.
void Loop::on_event(std::uint64_t number, unsigned events) {
  attempt(number, [&](Connection& connection) {
    if ((events & (EPOLLERR | EPOLLHUP)) != 0) return false;
    if ((events & EPOLLOUT) != 0 && !connection.proceed()) return false;
    return (events & EPOLLIN) == 0 || connection.read();
  });
}

/// An exception closes the connection that it occurred in and affects no other.
template <typename Step>
void Loop::attempt(std::uint64_t number, Step step) try {
  const auto found = connections_.find(number);
  if (found == connections_.end()) return;
  auto& connection = *found->second;
  if (!step(connection)) return close(number);
  look_after(number, connection);
} catch (...) {
  around_.report(what_was_thrown());
  close(number);
}

/// After each step: how much waits for the client, and which events matter from now on.
void Loop::look_after(std::uint64_t number, Connection& connection) {
  account_for(number, connection);
  const unsigned wanted =
      (connection.may_read() ? unsigned{EPOLLIN} : 0U) | (connection.waits_to_write() ? unsigned{EPOLLOUT} : 0U);
  if (std::exchange(connection.watched, wanted) == wanted) return;
  watch(epoll_.number(), EPOLL_CTL_MOD, connection.socket(), number, wanted);
}

/// Opens an account when bytes begin to wait and closes it when all were taken, so its time is the time of this answer.
void Loop::account_for(std::uint64_t number, Connection& connection) {
  if (connection.waits_to_write() && !connection.account) {
    auto way = [inbox = to_give_way_, number] { inbox->tell(number); };
    connection.account = outgoing_.open(connection.address(), Clock::now(), std::move(way));
  }
  if (!connection.account) return;
  if (connection.waits_to_write()) {
    outgoing_.update(*connection.account, connection.held(), connection.taken());
  } else {
    outgoing_.close(*std::exchange(connection.account, std::nullopt));
  }
}

void Loop::close(std::uint64_t number) {
  const auto found = connections_.find(number);
  if (found == connections_.end()) return;
  // The session ends here, before the sums are updated, and abandons its queries.
  const auto connection = std::move(found->second);
  connections_.erase(found);
  // Closing is not enough: the socket stays watched as long as a child process, which has not yet run its own program,
  // has a copy of the descriptor (epoll(7)).
  watch(epoll_.number(), EPOLL_CTL_DEL, connection->socket(), number, 0);
  if (connection->account) outgoing_.close(*connection->account);
  if (!connection->has_agreed()) ++load_.refused;
  --load_.load.connections;
}

/// Several messages about one connection are handled once.
void Loop::read_inbox() {
  auto told = inbox_->take();
  std::ranges::sort(told);
  const auto repeated = std::ranges::unique(told);
  told.erase(repeated.begin(), repeated.end());
  for (const auto number : told) {
    attempt(number, [](Connection& connection) { return connection.proceed(); });
  }
}

/// Closes the connections that the account has chosen.
void Loop::give_way() {
  for (const auto number : to_give_way_->take()) close(number);
}

/// The numbers are copied, because a connection that is closed leaves the map.
void Loop::tick() {
  const auto now = Clock::now();
  next_tick_ = now + limits_.tick;
  around_.services.results.relieve();
  std::vector<std::uint64_t> numbers;
  for (const auto& [number, connection] : connections_) numbers.push_back(number);
  for (const auto number : numbers) {
    attempt(number, [now](Connection& connection) { return connection.outlasts(now); });
  }
}

// Stopping.

/// Called in every round while the server stops: connections become idle one after another.
void Loop::begin_drain(int listening) {
  if (!std::exchange(is_draining_, true)) {
    load_.load.stopping = true;
    drained_by_ = Clock::now() + limits_.drain;
    if (std::exchange(is_listening_, false)) watch(epoll_.number(), EPOLL_CTL_DEL, listening, kListening, 0);
  }
  std::vector<std::uint64_t> idle;
  for (const auto& [number, connection] : connections_) {
    if (!connection->is_working()) idle.push_back(number);
  }
  for (const auto number : idle) close(number);
}

bool Loop::is_drained() const {
  return is_draining_ && (connections_.empty() || Clock::now() >= drained_by_);
}

}  // namespace treatygraph::server::bolt
