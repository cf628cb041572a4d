#pragma once
// Runs treatygraph-server on free ports and asks it over a socket.

#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "tests/program/programs.h"
#include "tests/server/raw_client.h"
#include "tests/support/process.h"

namespace treatygraph::testing {

/// The body of a Cypher request that would run for hours.
inline const std::string kEndlessQuery =
    "{\"query\": \"UNWIND range(1, 10000) AS a UNWIND range(1, 10000) AS b UNWIND range(1, 10000) AS c "
    "RETURN count(*) AS endless\"}";

class RunningServer {
 public:
  /// `data` is empty if the options contain --follow.
  explicit RunningServer(const std::string& data, std::vector<std::string> options = {})
      : process_(command(data, std::move(options))) {
    port = port_in(process_.read_line(), "listening on http://127.0.0.1:");
    admin_port = port_in(process_.read_line(), "admin on http://127.0.0.1:");
  }

  /// The complete answer, including headers.
  [[nodiscard]] std::string get(const std::string& target, const std::string& headers = {}) const {
    return testing::exchange(port, request("GET", target, headers));
  }
  [[nodiscard]] std::string ask_admin(const std::string& method, const std::string& target) const {
    return testing::exchange(admin_port, request(method, target, {}));
  }
  [[nodiscard]] Process& process() { return process_; }

  [[nodiscard]] static std::string request(const std::string& method, const std::string& target,
                                           const std::string& headers) {
    const auto* length = method == "POST" ? "Content-Length: 0\r\n" : "";
    return method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + length + headers + "\r\n";
  }

  int port = 0;
  int admin_port = 0;

 private:
  static std::vector<std::string> command(const std::string& data, std::vector<std::string> options) {
    std::vector<std::string> words = {testing::kServer, "--listen", "127.0.0.1:0", "--admin", "127.0.0.1:0"};
    if (!data.empty()) words.insert(words.end(), {"--data", data});
    words.insert(words.end(), options.begin(), options.end());
    return words;
  }

  static int port_in(const std::string& line, const std::string& before) {
    EXPECT_THAT(line, ::testing::StartsWith(before));
    return line.starts_with(before) ? std::stoi(line.substr(before.size())) : 0;
  }

  Process process_;
};

}  // namespace treatygraph::testing
