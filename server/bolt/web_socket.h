#pragma once
// Bolt for pages: drivers in a browser speak it over WebSocket (RFC 6455), on the same port.

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

/// Decides whether a page is refused; empty if it may connect.
using RefuseUpgrade = std::function<std::optional<Response>(const Request& request)>;

struct Upgrade {
  enum class State : std::uint8_t { NeedsMore, Accepted, Refused };
  State state = State::NeedsMore;
  std::size_t head_bytes = 0;  ///< headers of the request
  std::string answer;          ///< complete
};
/// Reads the upgrade request. A client that asks for anything else is told where HTTP is.
[[nodiscard]] Upgrade read_upgrade(std::string_view received, const RefuseUpgrade& refuse);

/// Decodes the frames after the upgrade. The payloads of binary messages form one stream of bytes, however they are
/// split.
class WebSocket {
 public:
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
