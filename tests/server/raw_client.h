#pragma once
// A client that sends what it is told, byte by byte, well-formed or not.

#include <chrono>
#include <string>
#include <string_view>

namespace treatygraph::testing {

class RawClient {
 public:
  /// Connects to 127.0.0.1, from another address of loopback where one is given.
  explicit RawClient(int port, const std::string& from = {});
  ~RawClient();
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  /// False when the server has closed.
  bool send(std::string_view bytes);
  /// What arrives until the server closes, `enough` is in it, or the time is over.
  std::string receive(std::string_view enough = {}, std::chrono::milliseconds time = std::chrono::seconds(5));
  /// What has arrived; empty when nothing does in time, or the server has closed.
  std::string receive_some(std::chrono::milliseconds time);
  /// So many bytes, or what came before the server closed.
  std::string receive_bytes(std::size_t count);
  /// Ends this side: nothing more will be sent.
  void end();

 private:
  int socket_;
};

/// One request on a connection of its own, and the whole answer.
std::string exchange(int port, std::string_view request, const std::string& from = {});

}  // namespace treatygraph::testing
