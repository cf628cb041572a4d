#include "server/http_server.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include <fmt/format.h>
#include <httplib.h>

#include "server/listening_socket.h"
#include "server/problem.h"
#include "server/request_head.h"
#include "server/thrown.h"

namespace treatygraph::server {
namespace {

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

std::string_view method_of(std::string_view head) {
  return head.substr(0, head.find(' '));
}

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
  Library(HttpHandlers handlers, LoopLimits limits, Load& load)
      : handlers_(std::move(handlers)), limits_(limits), answering_(answering()), load_(load) {
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

  Result<int> bind(const std::string& host, int port) {
    auto listening = listen_on(host, port);
    if (!listening) return fail(listening.error());
    listening_ = std::move(listening->descriptor);
    return listening->port;
  }

  void serve(std::stop_token stop) {
    ConnectionLoops::serve(limits_, answering_, load_, listening_.number(), std::move(stop));
    listening_.reset();
  }

 private:
  /// What the library's handlers need of the request at hand, beside what the library hands them.
  struct AtHand {
    Exchange& exchange;
    Answer made;  ///< of a body that is streamed: the head to send in place of the library's, and the source
  };
  static AtHand*& at_hand() {
    thread_local AtHand* current = nullptr;
    return current;
  }

  Answering answering() {
    return {[this](Exchange& exchange) { return answer_whole(exchange); },
            [this](int status, const std::string& detail) { return plain_answer(handlers_.refuse(status, detail)); },
            [this](std::string_view head) { return handlers_.cost(method_of(head), target_in(head)); },
            [this](const std::string& address, std::string_view head) { return handlers_.client(address, head); },
            [this](std::string_view what) { handlers_.report(what); }};
  }

  Answer answer_whole(Exchange& exchange) {
    AtHand here{exchange, {}};
    at_hand() = &here;
    const auto readable = head_for_library(exchange.head);
    MemoryStream stream(readable);
    bool closes = false;
    const bool done = process_request(stream, false, closes, nullptr);
    at_hand() = nullptr;
    here.made.closes = closes || !done || here.made.closes;
    if (here.made.bytes.empty()) here.made.bytes = std::move(stream.written);
    return std::move(here.made);
  }

  void answer(const httplib::Request& given, httplib::Response& response) const {
    auto& exchange = at_hand()->exchange;
    Request request;
    request.method = given.method;
    request.target = target_in(exchange.head);
    request.headers.assign(given.headers.begin(), given.headers.end());
    const auto encodings = header_in(exchange.head, "accept-encoding");
    if (!encodings.empty()) request.headers.emplace_back("Accept-Encoding", encodings);
    request.body = exchange.body;
    request.peer = exchange.peer;
    request.client = exchange.client;
    request.arrived = exchange.arrived;
    request.gone = &exchange.gone;
    auto made = answer_safely(request);
    if (made.source) stream(given, made);
    write_into(response, std::move(made));
  }

  /// HTTP/1.0 knows no chunks: there the end of the connection ends the body.
  static void stream(const httplib::Request& given, Response& response) {
    auto& made = at_hand()->made;
    made.sends_chunks = given.version == "HTTP/1.1";
    made.closes = !made.sends_chunks || given.get_header_value("Connection") == "close";
    made.bytes = streaming_head(response, made.sends_chunks, made.closes);
    if (given.method != "HEAD") made.source = std::move(response.source);
  }

  /// What an exception says may hold what a client sent, or more: it goes to the log and no further.
  [[nodiscard]] Response answer_safely(const Request& request) const try {
    return handlers_.answer(request);
  } catch (...) {
    handlers_.report(what_was_thrown());
    return handlers_.refuse(500, "the request could not be answered");
  }

  const HttpHandlers handlers_;
  const LoopLimits limits_;
  const Answering answering_;
  Load& load_;
  Descriptor listening_;
};

HttpServer::HttpServer(HttpHandlers handlers, LoopLimits limits, Load& load)
    : library_(std::make_unique<Library>(std::move(handlers), limits, load)) {}

HttpServer::~HttpServer() = default;

Result<int> HttpServer::bind(const std::string& host, int port) {
  return library_->bind(host, port);
}

void HttpServer::serve(std::stop_token stop) {
  library_->serve(std::move(stop));
}

}  // namespace treatygraph::server
