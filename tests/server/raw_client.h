#pragma once
// A client that sends given bytes, well-formed or not.

#include <chrono>
#include <string>
#include <string_view>

namespace treatygraph::testing {

class RawClient {
 public:
  /// Connects to 127.0.0.1, optionally from another loopback address.
  explicit RawClient(int port, const std::string& from = {});
  ~RawClient();
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  /// False if the server has closed the connection.
  bool send(std::string_view bytes);
  /// What arrives until the server closes, `enough` is contained in it, or the time is over.
  std::string receive(std::string_view enough = {}, std::chrono::milliseconds time = std::chrono::seconds(5));
  /// What has arrived; empty on timeout or if the server has closed.
  std::string receive_some(std::chrono::milliseconds time);
  /// That many bytes, or fewer if the server closes earlier.
  std::string receive_bytes(std::size_t count);
  /// Closes this side for sending.
  void end();
  /// From now on, the end of this client resets the connection.
  void end_by_reset();

 private:
  int socket_;
};

/// Sends one request on its own connection and returns the complete answer.
std::string exchange(int port, std::string_view request, const std::string& from = {});

}  // namespace treatygraph::testing
