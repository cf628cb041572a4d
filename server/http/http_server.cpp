// A request reaches cpp-httplib as a complete text in memory. The library parses it and calls our pre-routing handler;
// what it would answer is discarded, because it can neither stream piece by piece nor be stopped. The answer is made
// here as bytes and sent by the loop. The library's own sockets, threads and routes are not used.

#include "server/http/http_server.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <httplib.h>

#include "server/http/listening_socket.h"
#include "server/http/problem.h"
#include "server/http/request_head.h"
#include "server/http/thrown.h"

namespace treatygraph::server {
namespace {

/// A stream over a request that is already in memory.
/// The library reads it instead of a socket.
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
  /// Discards what the library would answer: the answer is ours.
  ssize_t write(const char*, size_t size) override { return static_cast<ssize_t>(size); }
  void get_remote_ip_and_port(std::string& ip, int& port) const override { no_address(ip, port); }
  void get_local_ip_and_port(std::string& ip, int& port) const override { no_address(ip, port); }
  [[nodiscard]] socket_t socket() const override { return INVALID_SOCKET; }

 private:
  static void no_address(std::string& ip, int& port) {
    ip.clear();
    port = 0;
  }

  std::string_view rest_;
};

/// The first word of the request line.
std::string_view method_of(std::string_view head) {
  return head.substr(0, head.find(' '));
}

/// A value with a line end is left out with its header: it would start another header.
void append_safe_header(std::string& text, std::string_view name, std::string_view value) {
  if (value.find_first_of("\r\n") != std::string_view::npos) return;
  text.append(name).append(": ").append(value).append("\r\n");
}

/// How the client finds the end of an answer, and whether another may follow.
struct Framing {
  std::optional<std::size_t> length;  ///< absent if chunks or the end of the connection tell it
  std::string_view connection;        ///< "close", "keep-alive", or empty if it goes without saying
  bool is_chunked = false;
};

/// The head of an answer, with capacity reserved for the body.
std::string head_of(const Response& response, const Framing& framing) {
  constexpr std::size_t kUsualHead = 640;
  std::string text;
  text.reserve(kUsualHead + response.body.size());
  text.append("HTTP/1.1 ").append(std::to_string(response.status)).append(" ").append(reason_of(response.status));
  text.append("\r\n");
  if (!framing.connection.empty()) append_safe_header(text, "Connection", framing.connection);
  if (!response.content_type.empty()) append_safe_header(text, "Content-Type", response.content_type);
  if (framing.length) append_safe_header(text, "Content-Length", std::to_string(*framing.length));
  if (framing.is_chunked) append_safe_header(text, "Transfer-Encoding", "chunked");
  for (const auto& [name, value] : response.headers) append_safe_header(text, name, value);
  return text.append("\r\n");
}

/// The answer to a request that was refused unread.
std::string plain_answer(const Response& response) {
  return head_of(response, {response.body.size(), "close", false}).append(response.body);
}

/// RFC 9110, 6.4.1: answers with status 1xx, 204 and 304 have no body, and therefore no length here.
bool may_have_body(int status) {
  return status >= 200 && status != 204 && status != 304;
}

}  // namespace

/// The library's server class, of which only the parser is used. Derived, because process_request() is protected.
class HttpServer::Library : public httplib::Server {
 public:
  // Nothing listens yet.
  Library(HttpHandlers handlers, LoopLimits limits, Load& load)
      : handlers_(std::move(handlers)), limits_(limits), answering_(request_handlers()), load_(load) {
    // The library counts requests per connection; here each request looks like a connection of its own.
    set_keep_alive_max_count(1'000'000);
    set_pre_routing_handler([this](const httplib::Request& request, httplib::Response&) {
      answer(request);
      return HandlerResponse::Handled;
    });
    // The library itself answers requests that it cannot read.
    set_error_handler(HandlerWithResponse([this](const httplib::Request&, const httplib::Response& response) {
      current_exchange()->made.bytes = plain_answer(handlers_.refuse(response.status, "the request could not be read"));
      current_exchange()->made.closes = true;
      return HandlerResponse::Handled;
    }));
  }

  Result<int> bind(const std::string& host, int port) {
    auto listening = listen_on(host, port);
    if (!listening) return fail(listening.error());
    listening_ = std::move(listening->descriptor);
    return listening->port;
  }

  void serve(const std::stop_token& stop) {
    ConnectionLoops::serve(limits_, answering_, load_, listening_.number(), stop);
    listening_.reset();
  }

 private:
  /// What the handlers need about the current request in addition to what the library passes.
  struct CurrentExchange {
    Exchange& exchange;
    Answer made;  ///< replaces the library's response, which cannot stream piece by piece
  };
  /// The request that this thread is request_handlers. The library's handlers do not pass a context of ours.
  static CurrentExchange*& current_exchange() {
    thread_local CurrentExchange* current = nullptr;
    return current;
  }

  /// Adapts the handlers, which see requests, to the loops, which see bytes.
  RequestHandlers request_handlers() {
    return {[this](Exchange& exchange) { return answer_whole(exchange); },
            [this](int status, const std::string& detail, std::string_view head) {
              return plain_answer(handlers_.shape(handlers_.refuse(status, detail), target_in(head)));
            },
            [this](std::string_view head) { return handlers_.cost(method_of(head), target_in(head)); },
            [this](const std::string& address, std::string_view head) { return handlers_.client(address, head); },
            [this](std::string_view what) { handlers_.report(what); },
            [this](KeptAnswer& kept) { return handlers_.repeat(kept); }};
  }

  // The library's process_request() is protected and differs from version to version. As 0.11 of Debian 12 has it:
  using Setup = const std::function<void(httplib::Request&)>&;
  bool process(bool (Server::*request)(httplib::Stream&, bool, bool&, Setup), httplib::Stream& stream, bool& closes) {
    return (this->*request)(stream, false, closes, nullptr);
  }
  /// As 0.18 of Debian 13 has it: with the addresses of both ends, which are not asked for.
  bool process(bool (Server::*request)(httplib::Stream&, const std::string&, int, const std::string&, int, bool, bool&,
                                       Setup),
               httplib::Stream& stream, bool& closes) {
    return (this->*request)(stream, {}, 0, {}, 0, false, closes, nullptr);
  }
  template <typename Unknown>
  bool process(Unknown, httplib::Stream&, bool&) {
    static_assert(sizeof(Unknown) == 0, "cpp-httplib " CPPHTTPLIB_VERSION
                                        " passes requests on in another way than 0.11 and 0.18, which are known here");
    return false;
  }

  /// The complete answer to a request, or the head and source of a streamed one.
  Answer answer_whole(Exchange& exchange) {
    CurrentExchange here{exchange, {}};
    current_exchange() = &here;
    const auto readable = head_for_library(exchange.head);
    MemoryStream stream(readable);
    bool closes = false;
    const bool done = process(&Library::process_request, stream, closes);
    current_exchange() = nullptr;
    if (here.made.bytes.empty()) here.made.bytes = plain_answer(handlers_.refuse(400, "the request could not be read"));
    here.made.closes = here.made.closes || closes || !done;
    return std::move(here.made);
  }

  /// Called by the library from process_request().
  void answer(const httplib::Request& given) const {
    auto& exchange = current_exchange()->exchange;
    Request request;
    request.method = given.method;
    request.target = target_in(exchange.head);
    // The library sees "/" as the target, decodes nothing and does not see Accept-Encoding: these are added here.
    request.headers.assign(given.headers.begin(), given.headers.end());
    const auto encodings = header_in(exchange.head, "accept-encoding");
    if (!encodings.empty()) request.headers.emplace_back("Accept-Encoding", encodings);
    request.body = exchange.body;
    request.peer = exchange.peer;
    request.client = exchange.client;
    request.arrived = exchange.arrived;
    request.gone = &exchange.gone;
    write(given, answer_safely(request));
  }

  /// HTTP/1.0 has no chunks: the end of the connection ends a streamed body.
  static void write(const httplib::Request& given, Response response) {
    auto& made = current_exchange()->made;
    const bool streams = static_cast<bool>(response.source);
    made.sends_chunks = given.version == "HTTP/1.1";
    const bool stays = keeps_alive(current_exchange()->exchange.head) && (made.sends_chunks || !streams);
    made.closes = !stays;
    Framing framing;
    framing.connection = !stays ? "close" : made.sends_chunks ? "" : "keep-alive";
    framing.is_chunked = streams && made.sends_chunks;
    if (!streams && may_have_body(response.status)) framing.length = response.body.size();
    made.bytes = head_of(response, framing);
    if (given.method == "HEAD") return;
    made.bytes += response.body;
    made.source = std::move(response.source);
    made.lasting = std::move(response.lasting);
  }

  /// An exception's message may contain what a client sent, or more, so it goes to the log only.
  [[nodiscard]] Response answer_safely(const Request& request) const try {
    return handlers_.answer(request);
  } catch (...) {
    handlers_.report(what_was_thrown());
    return handlers_.refuse(500, "the request could not be answered");
  }

  const HttpHandlers handlers_;
  const LoopLimits limits_;
  const RequestHandlers answering_;
  Load& load_;
  Descriptor listening_;
};

HttpServer::HttpServer(HttpHandlers handlers, LoopLimits limits, Load& load)
    : library_(std::make_unique<Library>(std::move(handlers), limits, load)) {}

HttpServer::~HttpServer() = default;

Result<int> HttpServer::bind(const std::string& host, int port) {
  return library_->bind(host, port);
}

void HttpServer::serve(const std::stop_token& stop) {
  library_->serve(stop);
}

}  // namespace treatygraph::server
