#include "server/http_server.h"

#include <algorithm>
#include <atomic>
#include <cstring>

#include <fcntl.h>
#include <fmt/format.h>
#include <httplib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "server/problem.h"

namespace treatygraph::server {
namespace {

constexpr int kBacklog = 512;

/// A request that lies in memory, and the answer that grows there.
class MemoryStream : public httplib::Stream {
 public:
  explicit MemoryStream(std::string_view request) : rest_(request) {}

  [[nodiscard]] bool is_readable() const override { return true; }
  [[nodiscard]] bool is_writable() const override { return true; }
  ssize_t read(char* bytes, size_t size) override {
    const auto count = std::min(size, rest_.size());
    std::memcpy(bytes, rest_.data(), count);
    rest_.remove_prefix(count);
    return static_cast<ssize_t>(count);
  }
  ssize_t write(const char* bytes, size_t size) override {
    written.append(bytes, size);
    return static_cast<ssize_t>(size);
  }
  void get_remote_ip_and_port(std::string& ip, int& port) const override { no_address(ip, port); }
  void get_local_ip_and_port(std::string& ip, int& port) const override { no_address(ip, port); }
  [[nodiscard]] socket_t socket() const override { return INVALID_SOCKET; }

  std::string written;

 private:
  static void no_address(std::string& ip, int& port) {
    ip.clear();
    port = 0;
  }

  std::string_view rest_;
};

/// The library hands each accepted socket to a task; ours is done at once, because it only joins the loop.
class AtOnce : public httplib::TaskQueue {
 public:
  void enqueue(std::function<void()> task) override { task(); }
  void shutdown() override {}
};

void write_into(httplib::Response& to, Response from) {
  to.status = from.status;
  to.body = std::move(from.body);
  if (!from.content_type.empty()) to.set_header("Content-Type", from.content_type);
  for (const auto& [name, value] : from.headers) to.set_header(name, value);
}

/// The head of an answer whose length nobody knows yet.
std::string streaming_head(const Response& response, bool chunked, bool closes) {
  auto text = fmt::format("HTTP/1.1 {} {}\r\nContent-Type: {}\r\n", response.status, reason_of(response.status),
                          response.content_type);
  if (chunked) text += "Transfer-Encoding: chunked\r\n";
  if (closes) text += "Connection: close\r\n";
  for (const auto& [name, value] : response.headers) text += fmt::format("{}: {}\r\n", name, value);
  return text + "\r\n";
}

std::string plain_answer(const Response& response) {
  auto text = fmt::format("HTTP/1.1 {} {}\r\nConnection: close\r\nContent-Type: {}\r\nContent-Length: {}\r\n",
                          response.status, reason_of(response.status), response.content_type, response.body.size());
  for (const auto& [name, value] : response.headers) text += fmt::format("{}: {}\r\n", name, value);
  return text + "\r\n" + response.body;
}

}  // namespace

class HttpServer::Library : public httplib::Server {
 public:
  Library(HttpHandlers handlers, LoopLimits limits) : handlers_(std::move(handlers)), loop_(limits, answering()) {
    new_task_queue = [] { return new AtOnce; };
    set_keep_alive_max_count(1'000'000);
    set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
      answer(request, response);
      return HandlerResponse::Handled;
    });
    // The library answers by itself where it cannot read the request.
    set_error_handler(HandlerWithResponse([this](const httplib::Request&, httplib::Response& response) {
      if (!response.body.empty() || response.has_header("ETag")) return HandlerResponse::Unhandled;
      write_into(response, handlers_.refuse(response.status, "the request could not be read"));
      return HandlerResponse::Handled;
    }));
  }

  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;
  ~Library() override {
    if (listening_ != INVALID_SOCKET) close(listening_);
  }

  Result<int> bind(const std::string& host, int port) {
    int listening = INVALID_SOCKET;
    // Not the library's SO_REUSEPORT, with which two servers share a port and neither knows.
    set_socket_options([&](socket_t socket) {
      const int on = 1;
      setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
      listening = socket;
    });
    const int bound = port == 0 ? bind_to_any_port(host) : (bind_to_port(host, port) ? port : -1);
    if (bound < 0) {
      return fail(
          ErrorCode::Unavailable,
          fmt::format("cannot listen on {}:{}: the address is not ours, or another program listens there", host, port));
    }
    ::listen(listening, kBacklog);  // the library asks for 5; a second call raises it
    listening_ = fcntl(listening, F_DUPFD_CLOEXEC, 0);
    return bound;
  }

  void serve() {
    if (!stopped_) listen_after_bind();
    loop_.stop();
  }

  /// The library forgets a stop that comes before its first accept; a socket that is shut down remembers.
  void stop_serving() {
    if (stopped_.exchange(true)) return;
    shutdown(listening_, SHUT_RDWR);
    stop();
  }

 private:
  /// What the library's handlers need of the request at hand, beside what the library hands them.
  struct AtHand {
    std::string_view head;
    std::string_view body;
    Connection* connection;
    std::string streaming;  ///< the head to send in place of the library's, where a body is streamed
    bool closes = false;
  };
  static AtHand*& at_hand() {
    thread_local AtHand* current = nullptr;
    return current;
  }

  Answering answering() {
    return {[this](std::string_view head, std::string_view body, Connection& connection) {
              return answer_whole(head, body, connection);
            },
            [this](int status, const std::string& detail) { return plain_answer(handlers_.refuse(status, detail)); },
            [this](std::string_view head) { return handlers_.is_probe(target_in(head)); }};
  }

  std::string answer_whole(std::string_view head, std::string_view body, Connection& connection) {
    AtHand here{head, body, &connection, {}, false};
    at_hand() = &here;
    const auto readable = head_for_library(head);
    MemoryStream stream(readable);
    bool closes = false;
    const bool done = process_request(stream, false, closes, nullptr);
    at_hand() = nullptr;
    connection.closes_after_answer = closes || !done || here.closes;
    return std::move(here.streaming.empty() ? stream.written : here.streaming);
  }

  void answer(const httplib::Request& given, httplib::Response& response) const {
    Request request;
    request.method = given.method;
    request.target = target_in(at_hand()->head);
    request.headers.assign(given.headers.begin(), given.headers.end());
    const auto encodings = header_in(at_hand()->head, "accept-encoding");
    if (!encodings.empty()) request.headers.emplace_back("Accept-Encoding", encodings);
    request.body = at_hand()->body;
    request.peer = at_hand()->connection->peer();
    request.arrived = at_hand()->connection->since();
    request.gone = &at_hand()->connection->gone;
    auto made = answer_safely(request);
    if (made.source) stream(given, made);
    write_into(response, std::move(made));
  }

  /// HTTP/1.0 knows no chunks: there the end of the connection ends the body.
  static void stream(const httplib::Request& given, Response& response) {
    auto& connection = *at_hand()->connection;
    connection.sends_chunks = given.version == "HTTP/1.1";
    at_hand()->closes = !connection.sends_chunks || given.get_header_value("Connection") == "close";
    at_hand()->streaming = streaming_head(response, connection.sends_chunks, at_hand()->closes);
    if (given.method != "HEAD") connection.source = std::move(response.source);
  }

  /// What an exception says may hold what a client sent, or more: it goes no further.
  [[nodiscard]] Response answer_safely(const Request& request) const try {
    return handlers_.answer(request);
  } catch (const std::exception&) {
    return handlers_.refuse(500, "the request could not be answered");
  }

  bool process_and_close_socket(socket_t socket) override {
    loop_.add(socket);
    return true;
  }

  HttpHandlers handlers_;
  ConnectionLoop loop_;
  std::atomic<bool> stopped_ = false;
  int listening_ = INVALID_SOCKET;  ///< the library's socket under a number of our own
};

HttpServer::HttpServer(HttpHandlers handlers, LoopLimits limits)
    : library_(std::make_unique<Library>(std::move(handlers), limits)) {}

HttpServer::~HttpServer() = default;

Result<int> HttpServer::bind(const std::string& host, int port) {
  return library_->bind(host, port);
}

void HttpServer::serve() {
  library_->serve();
}

void HttpServer::stop() {
  library_->stop_serving();
}

}  // namespace treatygraph::server
