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

/// Whether bytes that a connection begins with are, or may become, a request of HTTP.
[[nodiscard]] bool may_be_http(std::string_view received);

/// Whom to refuse; nothing where a page may connect.
using RefuseUpgrade = std::function<std::optional<Response>(const Request& request)>;

struct Upgrade {
  enum class State : std::uint8_t { NeedsMore, Accepted, Refused };
  State state = State::NeedsMore;
  std::size_t head_bytes = 0;  ///< of the request
  std::string answer;          ///< whole
};
/// Reads the request by which a connection becomes a WebSocket. Who asks for something else is told where HTTP is.
[[nodiscard]] Upgrade read_upgrade(std::string_view received, const RefuseUpgrade& refuse);

/// What comes after it. What is in binary messages is one stream of bytes, however it is cut.
class WebSocket {
 public:
  explicit WebSocket(std::size_t longest_frame);
  ~WebSocket();
  WebSocket(const WebSocket&) = delete;
  WebSocket& operator=(const WebSocket&) = delete;

  /// Appends what `bytes` carry to `received`, and to `answer` what they ask for: pongs, and the close. False when
  /// nothing more will come: the other side has closed, or has done what it must not.
  [[nodiscard]] bool read(std::string_view bytes, std::string& received, std::string& answer);
  /// What goes before `size` bytes of ours: a frame of its own.
  [[nodiscard]] static std::string head_of(std::size_t size);
  /// That this side closes, in order.
  [[nodiscard]] static std::string farewell();

 private:
  struct Frames;
  std::unique_ptr<Frames> frames_;
};

}  // namespace treatygraph::server::bolt
