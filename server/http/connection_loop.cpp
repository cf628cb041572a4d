// The loop uses edge-triggered epoll: each connection is registered once for reading and writing, and every handler
// works until recv or send would block. That saves the epoll_ctl calls with which a level-triggered loop switches
// between the two directions.
//
// Each connection is in the list of its phase, in the order in which it entered the phase. All connections of a phase
// have the same time limit, so the overdue ones are always at the front: timeouts cost nothing per connection, and no
// timer structure is needed.
//
// A request takes this way: take_request() frames it, serve() answers it here or gives it to a worker, finish() gets it
// back through the inbox, deliver() and write() send it, and proceed() continues with pipelined requests. An exchange
// is shared by the loop and a worker; if the connection closes in between, exchange->connection is null, and finish()
// only disposes of the answer.

#include "server/http/connection_loop.h"

#include <algorithm>
#include <cerrno>
#include <exception>
#include <iterator>
#include <span>
#include <utility>

#include <arpa/inet.h>
#include <fmt/format.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include "server/http/line_ends.h"
#include "server/http/thrown.h"
#include "server/http/worker_pool.h"

namespace treatygraph::server {
namespace {

using std::chrono::milliseconds;

constexpr std::size_t kMostKept = std::size_t{256} * 1'024;  // of one cached answer, in bytes
constexpr std::size_t kEventsAtOnce = 128;                   // per call of epoll_wait
constexpr int kAcceptsAtOnce = 64;                           // clients per event, before connections get their turn
constexpr int kRequestsAtOnce = 16;   // pipelined on one connection, before other connections get their turn
constexpr milliseconds kLinger{500};  // time for the client to read the last answer
constexpr milliseconds kTick{
    100};  // how late the loop notices that an answer was cancelled, or that clients can be accepted again
constexpr milliseconds kLongestWait{60'000};                                   // when nothing else limits the wait
constexpr unsigned kOfConnection = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET;  // registered once, for both directions

/// The socket is not open if accept4 failed; errno then says why. The address is printed here, once per connection.
Accepted accept_from(int listening) {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  auto* const generic = reinterpret_cast<sockaddr*>(&address);  // NOLINT: the socket API
  Accepted accepted{Descriptor(accept4(listening, generic, &size, SOCK_NONBLOCK | SOCK_CLOEXEC)), {}, 0};
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (address.ss_family == AF_INET6) {
    const auto& v6 = reinterpret_cast<const sockaddr_in6&>(address);  // NOLINT: the socket API
    accepted.address = inet_ntop(AF_INET6, &v6.sin6_addr, text.data(), text.size());
    accepted.port = ntohs(v6.sin6_port);
  } else if (address.ss_family == AF_INET) {
    const auto& v4 = reinterpret_cast<const sockaddr_in&>(address);  // NOLINT: the socket API
    accepted.address = inet_ntop(AF_INET, &v4.sin_addr, text.data(), text.size());
    accepted.port = ntohs(v4.sin_port);
  }
  return accepted;
}

/// RFC 9112, 7.1.
/// An empty piece yields nothing, because an empty chunk would end the body.
std::string chunk_of(const std::string& piece) {
  return piece.empty() ? piece : fmt::format("{:x}\r\n{}\r\n", piece.size(), piece);
}

}  // namespace

ConnectionLoop::ConnectionLoop(ConnectionLoops& others, Progress& progress)
    : others_(others),
      limits_(others.limits_),
      answering_(others.answering_),
      progress_(progress),
      epoll_(epoll_create1(EPOLL_CLOEXEC)),
      wake_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
      kept_(limits_.kept_bytes) {
  epoll_event event{};
  event.events = EPOLLIN;
  // The pointer in an event says what it is about: `wake_`, the loop itself for the listening socket, or a connection.
  event.data.ptr = const_cast<Descriptor*>(&wake_);  // NOLINT: a mark
  epoll_ctl(epoll_.number(), EPOLL_CTL_ADD, wake_.number(), &event);
}

// Called by other threads.

// Only the first letter for a sleeping loop writes to the eventfd; all others cost one uncontended lock.
void ConnectionLoop::post(Letter letter) {
  bool wakes = false;
  {
    const std::scoped_lock lock(mutex_);
    inbox_.push_back(std::move(letter));
    wakes = std::exchange(is_asleep_, false);
  }
  if (wakes) eventfd_write(wake_.number(), 1);
}

void ConnectionLoop::take(Accepted accepted) {
  // std::function must be copyable, and a socket is not: hence the shared pointer.
  post([this, shared = std::make_shared<Accepted>(std::move(accepted))] { adopt(std::move(*shared)); });
}

void ConnectionLoop::drain() {
  post([this] { begin_drain(); });
}

// The event loop.

/// Connections are destroyed only at the end of a round (Phase::Closed), because later events of the same batch may
/// still point to them.
void ConnectionLoop::run() {
  watch_listening(true);
  while (!is_drained()) {
    wait_for_events();
    for (auto* const connection : std::exchange(unfinished_, {})) {
      if (connection->phase != Phase::Closed) proceed(*connection, [] { return true; });
    }
    close_overdue();
    in(Phase::Closed).clear();
  }
  for (const auto phase : {Phase::Idle, Phase::Reading, Phase::Working, Phase::Writing, Phase::Closing}) {
    while (!in(phase).empty()) close(in(phase).front());
  }
  in(Phase::Closed).clear();
  progress_.expect_nothing();
}

/// The loop's progress counts from the moment it has events until it waits again, which is how /readyz notices a
/// request that blocks it.
void ConnectionLoop::wait_for_events() {
  std::array<epoll_event, kEventsAtOnce> events;  // NOLINT: filled by epoll_wait
  const int longest = milliseconds_to_wait();
  // If a letter came in the meantime, epoll_wait only polls.
  const bool sleeps = longest != 0 && may_sleep();
  progress_.expect_nothing();
  const int count = epoll_wait(epoll_.number(), events.data(), static_cast<int>(events.size()), sleeps ? longest : 0);
  progress_.expect_from(Clock::now());
  for (const auto& event : std::span(events).first(static_cast<std::size_t>(std::max(count, 0)))) {
    if (event.data.ptr == &wake_) {
      eventfd_t value = 0;
      eventfd_read(wake_.number(), &value);
    } else if (event.data.ptr == this) {
      accept_some();
    } else {
      on_event(*static_cast<Connection*>(event.data.ptr), event.events);
    }
  }
  read_letters();
}

/// Returns whether the inbox is empty. If it is, posting a letter wakes the loop from now on.
bool ConnectionLoop::may_sleep() {
  const std::scoped_lock lock(mutex_);
  is_asleep_ = inbox_.empty();
  return is_asleep_;
}

void ConnectionLoop::read_letters() {
  std::vector<Letter> letters;
  {
    const std::scoped_lock lock(mutex_);
    is_asleep_ = false;
    letters.swap(inbox_);
  }
  for (const auto& letter : letters) read(letter);
}

void ConnectionLoop::read(const Letter& letter) const try { letter(); } catch (...) {
  answering_.report(what_was_thrown());
}

/// Until the first connection becomes overdue, until the drain ends, or for a tick if something must be polled:
/// cancelled answers, or whether clients can be accepted again.
int ConnectionLoop::milliseconds_to_wait() const {
  if (!unfinished_.empty()) return 0;
  const auto now = Clock::now();
  auto next = now + kLongestWait;
  const auto consider = [&](Phase phase, milliseconds limit) {
    if (!in(phase).empty()) next = std::min(next, in(phase).front().since + limit);
  };
  consider(Phase::Idle, limits_.idle);
  consider(Phase::Reading, limits_.request);
  consider(Phase::Writing, limits_.write);
  consider(Phase::Closing, kLinger);
  if (is_draining_) next = std::min(next, drained_by_);
  if (!in(Phase::Writing).empty() || !is_listening_) next = std::min(next, now + kTick);
  return static_cast<int>(std::max<milliseconds::rep>(std::chrono::ceil<milliseconds>(next - now).count(), 0));
}

// Accepting clients.

/// EPOLLEXCLUSIVE wakes one loop per new client instead of all of them.
void ConnectionLoop::watch_listening(bool watches) {
  if (is_listening_ == watches) return;
  epoll_event event{};
  event.events = EPOLLIN | EPOLLEXCLUSIVE;
  event.data.ptr = this;
  epoll_ctl(epoll_.number(), watches ? EPOLL_CTL_ADD : EPOLL_CTL_DEL, others_.listening_, &event);
  is_listening_ = watches;
}

/// If the system has no descriptor or memory left, the oldest idle connection is closed. If none is idle, this loop
/// stops watching the socket until the next tick, and clients wait in the system's queue.
void ConnectionLoop::accept_some() {
  for (int i = 0; i < kAcceptsAtOnce; ++i) {
    auto accepted = accept_from(others_.listening_);
    if (accepted.socket.is_open()) {
      auto& best = others_.best_for_new(*this);
      if (&best == this) {
        adopt(std::move(accepted));
      } else {
        best.take(std::move(accepted));
      }
    } else if (errno == EAGAIN) {
      return;
    } else if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM) {
      if (!close_oldest_idle()) return watch_listening(false);
    }
  }
}

/// Beyond the limit on connections, a client takes the place of the oldest idle connection or, if none is idle, gets
/// 503.
void ConnectionLoop::adopt(Accepted accepted) {
  if (is_draining_) return;
  auto& idle = in(Phase::Idle);
  if (others_.is_full() && !close_oldest_idle()) {
    Connection refused(std::move(accepted), limits_.frame);
    refused.put(answering_.refuse(503, "too many connections; try again in a second", {}));
    refused.send();  // a short answer fits into the socket's buffer
    return;
  }
  auto& connection = idle.emplace_back(std::move(accepted), limits_.frame);
  connection.place = std::prev(idle.end());
  publish_idle();
  ++connection_count_;
  ++others_.load_.connections;
  epoll_event event{};
  event.events = kOfConnection;
  event.data.ptr = &connection;
  if (epoll_ctl(epoll_.number(), EPOLL_CTL_ADD, connection.socket(), &event) != 0) close(connection);
}

/// False if no connection of this loop is idle.
bool ConnectionLoop::close_oldest_idle() {
  if (in(Phase::Idle).empty()) return false;
  ++others_.load_.closed_for_new;
  close(in(Phase::Idle).front());
  return true;
}

// Requests.

/// With edge-triggered events a flag remembers that there may be bytes to read, until the phase allows reading them.
void ConnectionLoop::on_event(Connection& connection, unsigned events) {
  if (connection.phase == Phase::Closed) return;
  if ((events & (EPOLLERR | EPOLLHUP)) != 0) return close(connection);
  if ((events & EPOLLRDHUP) != 0) connection.is_hung_up = true;
  if ((events & (EPOLLIN | EPOLLRDHUP)) != 0) connection.may_read = true;
  switch (connection.phase) {
    case Phase::Idle:
    case Phase::Reading:
      return connection.may_read ? proceed(connection, [] { return true; }) : void();
    case Phase::Working:
      // A client that closes its side while its answer is being made has gone away. One that did so before may still
      // read the answer.
      if ((events & EPOLLRDHUP) != 0 && !connection.streams) connection.exchange->gone = true;
      return;
    case Phase::Writing:
      if ((events & EPOLLOUT) == 0) return;
      return proceed(connection, [&] { return write(connection); });
    case Phase::Closing:
      return connection.is_hung_up ? close(connection) : void();
    case Phase::Closed:
      return;
  }
}

/// Continues with pipelined requests once `first` returns true. An exception closes this connection and affects no
/// other.
template <typename First>
void ConnectionLoop::proceed(Connection& connection, First first) try {
  bool goes_on = first();
  for (int i = 0; goes_on && i < kRequestsAtOnce; ++i) goes_on = take_request(connection);
  if (goes_on) unfinished_.push_back(&connection);
} catch (...) {
  answering_.report(what_was_thrown());
  close(connection);
}

/// True if a request was answered completely, so that the next pipelined one can follow.
bool ConnectionLoop::take_request(Connection& connection) {
  if (!connection.receive(limits_.frame.wire_bytes())) {
    close(connection);
    return false;
  }
  if (!connection.received().empty()) {
    if (const auto* kept = kept_for(connection)) return repeat(connection, *kept);
    auto frame = connection.framer.look(connection.received());
    if (frame.state == RequestFrame::State::Complete) return serve(connection, std::move(frame));
    if (frame.state == RequestFrame::State::Refused) {
      return refuse(connection, frame.refusal.status, frame.refusal.detail);
    }
    if (frame.awaits_continue && !tell_to_continue(connection)) return false;
    // The time for a request counts from its first byte, so sending it slowly does not extend it.
    if (connection.phase != Phase::Reading) enter(connection, Phase::Reading);
  }
  if (connection.has_ended) close(connection);
  return false;
}

/// So few bytes always fit into the socket's buffer, unless the client has not taken an earlier answer.
bool ConnectionLoop::tell_to_continue(Connection& connection) {
  connection.put("HTTP/1.1 100 Continue\r\n\r\n");
  if (connection.send() == Connection::Transfer::Done) return true;
  close(connection);
  return false;
}

/// The cached answer to the next request, if there is one. A head that was valid once is valid again, and no body
/// follows it.
/// Looks only at the start of a request, and only if its head has arrived as a whole.
KeptAnswer* ConnectionLoop::kept_for(const Connection& connection) {
  if (!kept_.keeps_any() || !connection.framer.is_at_start()) return nullptr;
  const auto received = connection.received();
  const auto end = received.find(kHeadEnd);
  if (end == std::string_view::npos) return nullptr;
  auto* const kept = kept_.find(received.substr(0, end + kHeadEnd.size()));
  if (kept == nullptr || answering_.repeat(*kept)) return kept;
  // The answer is of another snapshot; so are the others.
  kept_.clear();
  tell_kept_bytes();
  return nullptr;
}

/// If the client takes the answer at once, as most do, no exchange is needed.
bool ConnectionLoop::repeat(Connection& connection, const KeptAnswer& kept) {
  const auto received = connection.received();
  const auto head = received.substr(0, received.find(kHeadEnd) + kHeadEnd.size());
  others_.load_.repeated.fetch_add(1, std::memory_order_relaxed);
  connection.begin_answer();
  connection.put(kept.bytes());
  const auto sent = connection.send();
  const bool closes = kept.closes || is_draining_;
  if (sent == Connection::Transfer::Done && !closes) {
    connection.consume(head.size());
    enter(connection, Phase::Idle);
    return true;
  }
  connection.exchange = std::make_shared<Exchange>(connection, answering_.client(connection.address(), head),
                                                   std::string(head), std::string());
  connection.exchange->answer.closes = closes;
  connection.consume(head.size());
  return write(connection);
}

/// Starts request_handlers a complete request. True if the whole answer was sent at once.
bool ConnectionLoop::serve(Connection& connection, RequestFrame frame) {
  // A request with a body is not cached, because the cache's key is the head only.
  const bool is_head_alone = frame.wire_bytes == frame.head.size();
  const auto exchange = std::make_shared<Exchange>(connection, answering_.client(connection.address(), frame.head),
                                                   std::string(frame.head), std::move(frame.body));
  connection.consume(frame.wire_bytes);
  connection.exchange = exchange;
  connection.begin_answer();
  const auto cost = answering_.cost(exchange->head);
  if (cost == Cost::Instant) {
    make_answer(*exchange);
    if (is_head_alone) keep(*exchange);
    return deliver(connection);
  }
  enter(connection, Phase::Working);
  const bool is_accepted = others_.workers_for(cost).submit(exchange->client, [this, exchange] {
    make_answer(*exchange);
    post([this, exchange] { finish(exchange); });
  });
  return is_accepted ? false : refuse(connection, 503, "all threads are busy; try again in a second", exchange->head);
}

/// Keeps the answer if it depends only on the head and the snapshot and is small enough.
void ConnectionLoop::keep(const Exchange& exchange) {
  const auto& answer = exchange.answer;
  if (!answer.lasting || answer.bytes.size() > kMostKept || !kept_.keeps_any()) return;
  auto kept = KeptAnswer::of(answer.bytes, *answer.lasting, answer.closes);
  if (kept) kept_.keep(exchange.head, std::move(*kept));
  tell_kept_bytes();
}

void ConnectionLoop::tell_kept_bytes() {
  others_.load_.kept_bytes += kept_.bytes() - told_kept_bytes_;  // modulo 2^64, so it may decrease
  told_kept_bytes_ = kept_.bytes();
}

/// Answers without calling the service and closes the connection, because the end of a refused request is unknown.
bool ConnectionLoop::refuse(Connection& connection, int status, const std::string& detail, std::string_view head) {
  connection.exchange = std::make_shared<Exchange>(connection, connection.address(), std::string(), std::string());
  connection.exchange->answer.bytes = answering_.refuse(status, detail, head);
  connection.exchange->answer.closes = true;
  connection.begin_answer();
  return deliver(connection);
}

/// Runs on the thread that has the exchange.
/// That is the loop's thread for instant requests, a worker's for others.
void ConnectionLoop::make_answer(Exchange& exchange) const try {
  exchange.answer = answering_.answer(exchange);
} catch (...) {
  answering_.report(what_was_thrown());
  exchange.answer = {answering_.refuse(500, "the request could not be answered", exchange.head), nullptr, false, true};
}

// Answers.

/// Takes over what a worker has made: an answer, or a piece of one.
void ConnectionLoop::finish(const std::shared_ptr<Exchange>& exchange) {
  if (exchange->connection == nullptr) return dispose(exchange);
  auto& connection = *exchange->connection;
  proceed(connection, [&] { return deliver(connection); });
}

/// Sends what a worker or this loop has made: the next bytes of the answer.
bool ConnectionLoop::deliver(Connection& connection) {
  auto& answer = connection.exchange->answer;
  if (is_draining_) answer.closes = true;
  connection.put(std::exchange(answer.bytes, {}));
  return write(connection);
}

/// True if the whole answer was taken and the connection is ready for another request.
bool ConnectionLoop::write(Connection& connection) {
  switch (connection.send()) {
    case Connection::Transfer::Closed:
      close(connection);
      return false;
    case Connection::Transfer::WouldWait:
      // Taking a piece byte by byte does not extend the time for it.
      if (connection.phase != Phase::Writing) enter(connection, Phase::Writing);
      account_for(connection);
      return false;
    case Connection::Transfer::Done:
      break;
  }
  const auto exchange = connection.exchange;
  if (exchange->answer.source) {
    ask_for_piece(connection);
    return false;
  }
  end_exchange(connection);
  if (exchange->answer.closes) {
    linger(connection);
    return false;
  }
  enter(connection, Phase::Idle);
  if (is_draining_) close(connection);
  // A draining loop takes no further request.
  return !is_draining_;
}

/// Queued after waiting requests: a stream must not occupy a thread that others wait for.
void ConnectionLoop::ask_for_piece(Connection& connection) {
  enter(connection, Phase::Working);
  connection.streams = true;
  others_.workers_for(Cost::Dear).resume(connection.exchange->client, [this, exchange = connection.exchange] {
    make_piece(*exchange);
    post([this, exchange] { finish(exchange); });
  });
}

/// Runs on a worker. A stream that fails ends without the final chunk, so that the client notices.
void ConnectionLoop::make_piece(Exchange& exchange) const {
  auto& answer = exchange.answer;
  std::string piece;
  // An answer that nobody waits for is not made.
  const auto state = exchange.gone ? Piece::Failed : next_piece(answer, piece);
  if (state != Piece::Failed) answer.bytes = answer.sends_chunks ? chunk_of(piece) : std::move(piece);
  if (state == Piece::Done && answer.sends_chunks) answer.bytes += "0\r\n\r\n";
  if (state == Piece::Failed) answer.closes = true;
  if (state != Piece::More) answer.source = nullptr;
}

Piece ConnectionLoop::next_piece(const Answer& answer, std::string& piece) const try {
  return answer.source(piece);
} catch (...) {
  answering_.report(what_was_thrown());
  return Piece::Failed;
}

/// Tells the account how much of the answer waits for its client. The account may decide that this or another answer
/// has to give way.
void ConnectionLoop::account_for(Connection& connection) {
  if (!connection.account) {
    // May be called on any thread, perhaps after the answer was taken or the connection closed.
    auto give_way = [this, exchange = std::weak_ptr(connection.exchange)] {
      post([this, exchange] {
        const auto still = exchange.lock();
        if (still && still->connection != nullptr) close(*still->connection);
      });
    };
    connection.account = others_.outgoing_.open(connection.exchange->client, Clock::now(), std::move(give_way));
  }
  others_.outgoing_.update(*connection.account, connection.held(), connection.taken());
}

/// The answer has been taken, or is given up: nothing refers to the connection any more.
void ConnectionLoop::end_exchange(Connection& connection) {
  if (connection.account) others_.outgoing_.close(*std::exchange(connection.account, std::nullopt));
  if (connection.exchange) connection.exchange->connection = nullptr;
  connection.exchange.reset();
  connection.streams = false;
}

/// Destroying the source of an answer may take time, so the loop does not do it.
/// Called for exchanges whose connection is closed; the source may own a running query.
void ConnectionLoop::dispose(std::shared_ptr<Exchange> exchange) {
  if (!exchange->answer.source) return;
  const auto& client = exchange->client;
  others_.workers_for(Cost::Dear).resume(client, [ended = std::move(exchange)] { ended->answer.source = nullptr; });
}

// Phases.

/// Moves the connection to the end of the phase's list. The list iterator stays valid.
void ConnectionLoop::enter(Connection& connection, Phase phase) {
  const bool concerns_idle = phase == Phase::Idle || connection.phase == Phase::Idle;
  in(phase).splice(in(phase).end(), in(connection.phase), connection.place);
  connection.phase = phase;
  connection.since = Clock::now();
  if (concerns_idle) publish_idle();
}

/// Published for best_for_new(), which other loops call.
void ConnectionLoop::publish_idle() {
  const auto& idle = in(Phase::Idle);
  const auto since = idle.empty() ? Clock::time_point::max() : idle.front().since;
  idle_since_.store(since.time_since_epoch().count(), std::memory_order_relaxed);
}

/// Closing a socket with unread bytes would reset the connection and lose the answer on its way.
/// Therefore only the sending side is closed. The client's own close, or a time limit, ends the connection.
void ConnectionLoop::linger(Connection& connection) {
  connection.shut_down();
  enter(connection, Phase::Closing);
}

/// Also tells work that is still running for this connection to stop. If a worker has the exchange, finish() disposes
/// of it later.
void ConnectionLoop::close(Connection& connection) {
  if (connection.phase == Phase::Closed) return;
  const auto exchange = connection.exchange;
  const bool is_with_worker = connection.phase == Phase::Working;
  end_exchange(connection);
  std::erase(unfinished_, &connection);
  enter(connection, Phase::Closed);
  // Closing is not enough: the socket stays watched as long as a child process, which has not yet run its own program,
  // has a copy of the descriptor (epoll(7)).
  epoll_ctl(epoll_.number(), EPOLL_CTL_DEL, connection.socket(), nullptr);
  connection.close();
  --connection_count_;
  --others_.load_.connections;
  if (!exchange) return;
  exchange->gone = true;
  if (!is_with_worker) dispose(exchange);
}

/// Called once per round.
void ConnectionLoop::close_overdue() {
  const auto now = Clock::now();
  const auto close_if_older = [&](Phase phase, milliseconds limit) {
    while (!in(phase).empty() && in(phase).front().since + limit <= now) close(in(phase).front());
  };
  close_if_older(Phase::Idle, limits_.idle);
  close_if_older(Phase::Reading, limits_.request);
  close_if_older(Phase::Writing, limits_.write);
  close_if_older(Phase::Closing, kLinger);
  if (now < next_tick_) return;
  next_tick_ = now + kTick;
  close_cancelled();
  // Resumes accepting if accept_some() had to give up.
  if (!is_draining_) watch_listening(true);
}

/// An answer that was cancelled while its client takes nothing.
void ConnectionLoop::close_cancelled() {
  auto& writing = in(Phase::Writing);
  for (auto at = writing.begin(); at != writing.end();) {
    auto& connection = *at++;
    if (connection.exchange->gone && connection.exchange->answer.source) close(connection);
  }
}

/// Idle connections and incomplete requests are closed at once.
void ConnectionLoop::begin_drain() {
  if (std::exchange(is_draining_, true)) return;
  watch_listening(false);
  drained_by_ = Clock::now() + limits_.drain;
  for (const auto phase : {Phase::Idle, Phase::Reading}) {
    while (!in(phase).empty()) close(in(phase).front());
  }
}

bool ConnectionLoop::is_drained() const {
  return is_draining_ && (connection_count_ == 0 || Clock::now() >= drained_by_);
}

}  // namespace treatygraph::server
