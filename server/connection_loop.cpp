#include "server/connection_loop.h"

#include <array>
#include <utility>

#include <fmt/format.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "server/worker_pool.h"

namespace treatygraph::server {
namespace {

constexpr int kTick = 100;                         // milliseconds: how late an overdue connection may be closed
constexpr int kTickAtWork = 2;                     // milliseconds: how late work may be found to take long
constexpr std::chrono::milliseconds kLinger{500};  // for the client to read the last answer

}  // namespace

ConnectionLoop::ConnectionLoop(LoopLimits limits, Answering answering)
    : limits_(limits),
      answering_(std::move(answering)),
      epoll_(epoll_create1(EPOLL_CLOEXEC)),
      wake_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
      workers_(std::make_unique<WorkerPool>(limits.threads, limits.queue, WorkerPool::Pace())) {
  epoll_event event{};
  event.events = EPOLLIN;
  event.data.fd = wake_;
  epoll_ctl(epoll_, EPOLL_CTL_ADD, wake_, &event);
  thread_ = std::jthread([this] { run(); });
}

ConnectionLoop::~ConnectionLoop() {
  stop();
  close(wake_);
  close(epoll_);
}

void ConnectionLoop::add(int socket) {
  auto connection = std::make_unique<Connection>(socket, limits_.frame);
  auto& added = *connection;
  bool is_full = false;
  {
    const std::scoped_lock lock(mutex_);
    is_full = connections_.size() >= limits_.connections;
    if (!is_full) connections_.emplace(socket, std::move(connection));
  }
  if (is_full) {  // a short answer fits into the socket's buffer, so this does not wait
    added.put(answering_.refuse(503, "too many connections; try again in a second"));
    added.send();
    return;
  }
  epoll_event event{};
  event.events = EPOLLIN | EPOLLRDHUP | EPOLLONESHOT;
  event.data.fd = socket;
  if (epoll_ctl(epoll_, EPOLL_CTL_ADD, socket, &event) != 0) drop(added);
}

void ConnectionLoop::stop() {
  if (stopping_.exchange(true)) return;
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto written = write(wake_, &one, sizeof one);
  thread_.join();
  {
    const std::scoped_lock lock(mutex_);
    for (auto& [socket, connection] : connections_) connection->gone = true;  // work that still runs need not go on
  }
  workers_.reset();
  connections_.clear();
}

void ConnectionLoop::run() {
  auto drained_by = Connection::Clock::time_point::max();
  std::array<epoll_event, 64> events;
  while (true) {
    if (stopping_ && drained_by == Connection::Clock::time_point::max()) {
      drained_by = Connection::Clock::now() + limits_.drain;
    }
    if (stopping_ && (is_drained() || Connection::Clock::now() > drained_by)) return;
    const bool is_at_work = workers_->relieve();
    const int wait = is_at_work ? kTickAtWork : stopping_ ? kTick / 10 : kTick;
    const int count = epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), wait);
    for (int i = 0; i < count; ++i) {
      const auto& event = events[static_cast<std::size_t>(i)];
      if (event.data.fd != wake_) on_event(event.data.fd, event.events);
    }
    close_overdue();
  }
}

void ConnectionLoop::on_event(int socket, unsigned events) {
  Connection* connection = nullptr;
  {
    const std::scoped_lock lock(mutex_);
    const auto found = connections_.find(socket);
    if (found == connections_.end()) return;
    connection = found->second.get();
  }
  switch (connection->phase()) {
    case Connection::Phase::Working:
      if ((events & (EPOLLRDHUP | EPOLLHUP | EPOLLERR)) != 0) connection->gone = true;
      return;
    case Connection::Phase::Writing:
      return write_to(*connection);
    case Connection::Phase::Closing:
      return drop(*connection);
    default:
      return read_from(*connection);
  }
}

void ConnectionLoop::read_from(Connection& connection) {
  const bool ended = connection.receive(limits_.frame.wire_bytes()) == Connection::Transfer::Closed;
  if (connection.received().empty()) {
    if (ended) return drop(connection);
    return wait_for(connection, EPOLLIN | EPOLLRDHUP, Connection::Phase::Idle);
  }
  auto frame = connection.framer.look(connection.received());
  switch (frame.state) {
    case RequestFrame::State::Complete:
      return serve(connection, std::move(frame), ended);
    case RequestFrame::State::Refused:
      return refuse(connection, frame.refusal.status, frame.refusal.detail);
    case RequestFrame::State::Incomplete:
      break;
  }
  if (ended) return drop(connection);
  if (frame.awaits_continue) {  // so few bytes fit into the socket's buffer
    connection.put("HTTP/1.1 100 Continue\r\n\r\n");
    if (connection.send() != Connection::Transfer::Done) return drop(connection);
  }
  // The time for a request counts from its first byte: dripping does not prolong it.
  if (connection.phase() != Connection::Phase::Reading) connection.enter(Connection::Phase::Reading);
  arm(connection.socket(), EPOLLIN | EPOLLRDHUP);
}

/// A client that has ended its own side before (`ended`) may still read its answer; one that ends it while its request
/// is worked on has gone.
void ConnectionLoop::serve(Connection& connection, RequestFrame frame, bool ended) {
  std::string head(frame.head);
  auto body = std::move(frame.body);
  connection.consume(frame.wire_bytes);
  connection.gone = false;  // the request before this one may have been cancelled
  wait_for(connection, ended ? 0U : EPOLLRDHUP, Connection::Phase::Working);
  if (answering_.is_probe(head)) return work(connection, head, body);
  const bool accepted = workers_->submit(
      [this, &connection, head = std::move(head), body = std::move(body)] { work(connection, head, body); });
  if (!accepted) refuse(connection, 503, "all threads are busy; try again in a second");
}

void ConnectionLoop::refuse(Connection& connection, int status, const std::string& detail) {
  connection.closes_after_answer = true;
  connection.put(answering_.refuse(status, detail));
  write_to(connection);
}

void ConnectionLoop::work(Connection& connection, const std::string& head, const std::string& body) {
  connection.put(answering_.answer(head, body, connection));
  if (stopping_) connection.closes_after_answer = true;
  write_to(connection);
}

/// On whichever thread holds the connection: the loop's, or the worker's that has just answered.
void ConnectionLoop::write_to(Connection& connection) {
  switch (connection.send()) {
    case Connection::Transfer::Closed:
      return give_up(connection);
    case Connection::Transfer::WouldWait:
      // Who takes a stream byte by byte has no more time for each piece of it.
      if (connection.source && connection.phase() == Connection::Phase::Writing)
        return arm(connection.socket(), EPOLLOUT);
      return wait_for(connection, EPOLLOUT, Connection::Phase::Writing);
    case Connection::Transfer::Done:
      break;
  }
  if (connection.source) {
    // Behind the requests that wait: a stream holds no thread while others have none.
    wait_for(connection, 0, Connection::Phase::Working);
    return workers_->resume([this, &connection] { write_next_piece(connection); });
  }
  if (connection.closes_after_answer) {
    // Closing while bytes lie unread would reset the connection and lose the answer on its way.
    connection.shut_down();
    return wait_for(connection, EPOLLRDHUP, Connection::Phase::Closing);
  }
  // EPOLLOUT is true at once: a request that was sent ahead is looked at without waiting for more.
  const unsigned at_once = connection.received().empty() ? 0U : EPOLLOUT;
  wait_for(connection, EPOLLIN | EPOLLRDHUP | at_once, Connection::Phase::Idle);
}

/// A stream that fails breaks off without the chunk that would end it, so that the client sees it.
void ConnectionLoop::write_next_piece(Connection& connection) {
  std::string piece;
  const auto state = connection.gone ? Piece::Failed : connection.source(piece);
  if (state == Piece::Failed) return give_up(connection);
  connection.put(connection.sends_chunks && !piece.empty() ? fmt::format("{:x}\r\n{}\r\n", piece.size(), piece)
                                                           : piece);
  if (state == Piece::Done) {
    if (connection.sends_chunks) connection.put("0\r\n\r\n");
    connection.source = nullptr;
  }
  write_to(connection);
}

/// What makes the answer ends at once, though the client may be told of it later.
void ConnectionLoop::give_up(Connection& connection) {
  connection.source = nullptr;
  wait_for(connection, 0, Connection::Phase::Closing);
}

/// The last that its caller does with the connection: from here on the loop's thread may have it.
void ConnectionLoop::wait_for(Connection& connection, unsigned events, Connection::Phase phase) {
  const int socket = connection.socket();
  connection.enter(phase);
  arm(socket, events);
}

void ConnectionLoop::arm(int socket, unsigned events) const {
  epoll_event event{};
  event.events = events | EPOLLONESHOT;
  event.data.fd = socket;
  epoll_ctl(epoll_, EPOLL_CTL_MOD, socket, &event);
}

/// On the loop's thread only, which may hold a reference to it.
void ConnectionLoop::drop(Connection& connection) {
  const std::scoped_lock lock(mutex_);
  connections_.erase(connection.socket());
}

bool ConnectionLoop::is_overdue(const Connection& connection, Connection::Clock::time_point now) const {
  const auto waited = now - connection.since();
  switch (connection.phase()) {
    case Connection::Phase::Idle:
      return stopping_ || waited > limits_.idle;
    case Connection::Phase::Reading:
      return stopping_ || waited > limits_.request;
    case Connection::Phase::Writing: {
      const bool is_cancelled = connection.source && connection.gone;
      return is_cancelled || waited > limits_.write;
    }
    case Connection::Phase::Closing:
      return waited > kLinger;
    case Connection::Phase::Working:
      return false;
  }
  return false;
}

void ConnectionLoop::close_overdue() {
  const auto now = Connection::Clock::now();
  const std::scoped_lock lock(mutex_);
  std::erase_if(connections_, [&](const auto& entry) { return is_overdue(*entry.second, now); });
}

bool ConnectionLoop::is_drained() {
  const std::scoped_lock lock(mutex_);
  return connections_.empty();
}

}  // namespace treatygraph::server
