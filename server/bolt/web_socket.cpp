// The upgrade is done here, since it is one request and one response: the head is checked like any other, the key is
// answered (RFC 6455, 4.2.2), and `refuse` decides about the page. Frames are decoded by the library wslay, which reads
// from a buffer in memory. Frames that the server sends are not masked and not split, so their headers are simple
// enough to be written here.

#include "server/bolt/web_socket.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <new>
#include <variant>

#include <fmt/format.h>
#include <openssl/evp.h>
#include <wslay/wslay.h>

#include "server/http/characters.h"
#include "server/http/header_list.h"
#include "server/http/problem.h"
#include "server/http/request_head.h"

namespace treatygraph::server::bolt {
namespace {

constexpr std::string_view kGet = "GET ";
constexpr std::string_view kHeadEnd = "\r\n\r\n";
constexpr std::size_t kLongestHead = 8'192;                                      // bytes
constexpr std::size_t kKeyLength = 24;                                           // length of 16 bytes in base64
constexpr std::string_view kKeySuffix = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";  // from RFC 6455, 1.3
constexpr std::array<std::string_view, 6> kMethods = {"GET ", "HEAD ", "POST ", "PUT ", "OPTIONS ", "DELETE "};

/// Whether a header's list contains the token, ignoring case.
bool lists(std::string_view list, std::string_view wanted) {
  while (!list.empty()) {
    if (equal_but_for_case(trimmed(next_piece(list, ',')), wanted)) return true;
  }
  return false;
}

std::string base64(std::string_view bytes) {
  std::string text(4 * ((bytes.size() + 2) / 3) + 1, '\0');
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());  // NOLINT: the library's bytes
  auto* out = reinterpret_cast<unsigned char*>(text.data());                // NOLINT
  text.resize(static_cast<std::size_t>(EVP_EncodeBlock(out, data, static_cast<int>(bytes.size()))));
  return text;
}

/// RFC 6455, 4.2.2: the SHA-1 of the key and a fixed suffix proves that the request was understood. It is no secret.
std::string accepting(std::string_view key) {
  const auto text = std::string(key).append(kKeySuffix);
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha1(), nullptr);
  return base64({reinterpret_cast<const char*>(digest.data()), size});  // NOLINT: bytes
}

/// A complete HTTP response, after which the connection closes.
Upgrade refused(const Response& response) {
  std::string answer =
      fmt::format("HTTP/1.1 {} {}\r\nConnection: close\r\nContent-Type: {}\r\nContent-Length: {}\r\n", response.status,
                  reason_of(response.status), response.content_type, response.body.size());
  for (const auto& [name, value] : response.headers) answer += fmt::format("{}: {}\r\n", name, value);
  return {Upgrade::State::Refused, 0, answer + "\r\n" + response.body};
}

/// The headers that access rules look at.
Request request_of(std::string_view head) {
  Request request;
  request.method = "GET";
  request.target = target_in(head);
  for (const auto* name : {"host", "origin", "sec-fetch-site"}) {
    const auto value = header_in(head, name);
    if (!value.empty()) request.headers.emplace_back(name, value);
  }
  return request;
}

/// Checks a complete head and decides.
Upgrade answer_head(std::string_view head, const RefuseUpgrade& refuse) {
  if (const auto read = read_request_head(head, {}); std::holds_alternative<Refusal>(read)) {
    const auto& refusal = std::get<Refusal>(read);
    return refused(problem(refusal.status, refusal.detail));
  }
  const auto key = header_in(head, "sec-websocket-key");
  const bool asks = head.starts_with(kGet) && equal_but_for_case(header_in(head, "upgrade"), "websocket") &&
                    lists(list_in(head, "connection"), "upgrade");
  if (!asks || header_in(head, "sec-websocket-version") != "13") {
    auto response = problem(426, "this port speaks Bolt, over TCP or WebSocket; HTTP is on the port of --listen");
    response.headers.emplace_back("Upgrade", "websocket");
    response.headers.emplace_back("Sec-WebSocket-Version", "13");
    return refused(response);
  }
  if (key.size() != kKeyLength) return refused(problem(400, "Sec-WebSocket-Key is not 16 bytes in base64"));
  if (refuse) {
    if (const auto refusal = refuse(request_of(head))) return refused(*refusal);
  }
  return {Upgrade::State::Accepted, head.size(),
          fmt::format("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: "
                      "Upgrade\r\nSec-WebSocket-Accept: {}\r\n\r\n",
                      accepting(key))};
}

}  // namespace

bool may_be_http(std::string_view received) {
  return std::ranges::any_of(kMethods, [&](std::string_view method) {
    const auto size = std::min(method.size(), received.size());
    return size > 0 && method.substr(0, size) == received.substr(0, size);
  });
}

Upgrade read_upgrade(std::string_view received, const RefuseUpgrade& refuse) {
  // find() returns npos, the largest number, if the head is not complete.
  const auto end = received.find(kHeadEnd);
  if (end <= kLongestHead) {
    return answer_head(received.substr(0, end + kHeadEnd.size()), refuse);
  }
  if (received.size() <= kLongestHead) return {};
  return refused(problem(431, fmt::format("the head of this request has more than {} bytes", kLongestHead)));
}

/// wslay pulls bytes (give), writes replies (send), and delivers payloads chunk by chunk (take). It stores only
/// payloads of control frames.
struct WebSocket::Frames {
  explicit Frames(std::size_t longest_frame) {
    const wslay_event_callbacks callbacks = {.recv_callback = give,
                                             .send_callback = send,
                                             .genmask_callback = nullptr,
                                             .on_frame_recv_start_callback = begin_frame,
                                             .on_frame_recv_chunk_callback = take,
                                             .on_frame_recv_end_callback = nullptr,
                                             .on_msg_recv_callback = nullptr};
    if (wslay_event_context_server_init(&context, &callbacks, this) != 0) throw std::bad_alloc();
    // Payloads are delivered in chunks as they arrive, instead of stored until the message is whole.
    wslay_event_config_set_no_buffering(context, 1);
    wslay_event_config_set_max_recv_msg_length(context, longest_frame);
  }
  ~Frames() { wslay_event_context_free(context); }
  Frames(const Frames&) = delete;
  Frames& operator=(const Frames&) = delete;

  static Frames& of(void* self) { return *static_cast<Frames*>(self); }

  static ssize_t give(wslay_event_context_ptr context, uint8_t* buffer, size_t size, int /*flags*/, void* self) {
    auto& rest = of(self).bytes;
    const auto count = std::min(size, rest.size());
    if (count == 0) {
      wslay_event_set_error(context, WSLAY_ERR_WOULDBLOCK);
      return -1;
    }
    std::memcpy(buffer, rest.data(), count);
    rest.remove_prefix(count);
    return static_cast<ssize_t>(count);
  }

  static ssize_t send(wslay_event_context_ptr /*context*/, const uint8_t* data, size_t size, int /*flags*/,
                      void* self) {
    of(self).answer->append(reinterpret_cast<const char*>(data), size);  // NOLINT: bytes
    return static_cast<ssize_t>(size);
  }

  /// Continuation frames have the type of the frame that they continue.
  static void begin_frame(wslay_event_context_ptr context, const wslay_event_on_frame_recv_start_arg* frame,
                          void* self) {
    of(self).is_control = wslay_is_ctrl_frame(frame->opcode);
    if (frame->opcode != WSLAY_TEXT_FRAME) return;
    of(self).is_text = true;
    constexpr std::string_view kWhy = "Bolt is sent in binary messages";
    wslay_event_queue_close(context, WSLAY_CODE_UNSUPPORTED_DATA, reinterpret_cast<const uint8_t*>(kWhy.data()),
                            kWhy.size());  // NOLINT: bytes
  }

  /// Data of all binary messages becomes one stream: Bolt does not care where frames end.
  static void take(wslay_event_context_ptr /*context*/, const wslay_event_on_frame_recv_chunk_arg* chunk, void* self) {
    if (of(self).is_control || of(self).is_text) return;
    of(self).received->append(reinterpret_cast<const char*>(chunk->data), chunk->data_length);  // NOLINT: bytes
  }

  wslay_event_context_ptr context = nullptr;
  std::string_view bytes;  // what give() has left
  std::string* received = nullptr;
  std::string* answer = nullptr;
  bool is_control = false;
  bool is_text = false;
};

WebSocket::WebSocket(std::size_t longest_frame) : frames_(std::make_unique<Frames>(longest_frame)) {}
WebSocket::~WebSocket() = default;

/// Not reentrant: the buffers are lent to the callbacks during the call.
bool WebSocket::read(std::string_view bytes, std::string& received, std::string& answer) {
  frames_->bytes = bytes;
  frames_->received = &received;
  frames_->answer = &answer;
  const bool is_read = wslay_event_recv(frames_->context) == 0;
  const bool is_sent = wslay_event_send(frames_->context) == 0;
  return is_read && is_sent && !frames_->is_text && wslay_event_get_read_enabled(frames_->context) != 0;
}

/// RFC 6455, 5.2: a length below 126 is in the second byte; 126 and 127 announce a length of two or eight bytes.
std::string WebSocket::head_of(std::size_t size) {
  constexpr std::size_t kMostInTwoBytes = 0xffff;
  const unsigned bytes = size < 126 ? 0 : size <= kMostInTwoBytes ? 2 : 8;
  std::string head = "\x82";  // the last frame of a binary message
  head.push_back(static_cast<char>(bytes == 0 ? size : bytes == 2 ? 126 : 127));
  for (unsigned left = bytes; left > 0; --left) head.push_back(static_cast<char>(size >> (8 * (left - 1)) & 0xffU));
  return head;
}

std::string WebSocket::farewell() {
  return {"\x88\x02\x03\xe8", 4};  // 1000: normal closure
}

}  // namespace treatygraph::server::bolt
