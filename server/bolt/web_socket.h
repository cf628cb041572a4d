#pragma once
// Bolt for web pages: drivers in a browser speak it over WebSocket (RFC 6455), on the same port.

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "server/http/message.h"

namespace treatygraph::server::bolt {

/// Whether the first bytes of a connection are, or may become, an HTTP request.
[[nodiscard]] bool may_be_http(std::string_view received);

/// Decides whether an upgrade is refused, for example because of the page's origin; empty if it may connect.
using RefuseUpgrade = std::function<std::optional<Response>(const Request& request)>;

/// What read_upgrade() found.
struct Upgrade {
  enum class State : std::uint8_t { NeedsMore, Accepted, Refused };
  State state = State::NeedsMore;
  std::size_t head_bytes = 0;  ///< bytes of the request, if it was accepted; what follows belongs to the WebSocket
  std::string answer;          ///< the complete response, unless more is needed
};
/// Reads the upgrade request, of which `received` is the beginning. A client that asks for anything else is told where
/// HTTP is.
[[nodiscard]] Upgrade read_upgrade(std::string_view received, const RefuseUpgrade& refuse);

/// Decodes the frames after the upgrade. The payloads of binary messages form one stream of bytes, however they are
/// split.
class WebSocket {
 public:
  /// Throws std::bad_alloc.
  explicit WebSocket(std::size_t longest_frame);
  ~WebSocket();
  WebSocket(const WebSocket&) = delete;
  WebSocket& operator=(const WebSocket&) = delete;

  /// Appends the payload of `bytes` to `received`, and required replies (pong, close) to `answer`. False if nothing
  /// more will come: the other side closed, or violated the protocol.
  [[nodiscard]] bool read(std::string_view bytes, std::string& received, std::string& answer);
  /// The header of a frame of `size` bytes.
  [[nodiscard]] static std::string head_of(std::size_t size);
  /// A close frame from this side.
  [[nodiscard]] static std::string farewell();

 private:
  struct Frames;
  std::unique_ptr<Frames> frames_;
};

}  // namespace treatygraph::server::bolt
