// Which clients treatygraph-server trusts, depending on its options.

#include <gmock/gmock.h>

#include "graph/database.h"
#include "tests/program/programs.h"
#include "tests/program/running_server.h"
#include "tests/support/drawing.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using testing::RunningServer;
using ::testing::StartsWith;

class AccessProgram : public ::testing::Test {
 protected:
  AccessProgram() : data_(folder_ / "treaties.db") {
    EXPECT_TRUE(write_database(data_, testing::records_of("t:art_1\nt:art_2")));
  }

  [[nodiscard]] static std::string ask(int port, const std::string& line, const std::string& headers) {
    return testing::exchange(port, line + " HTTP/1.1\r\nConnection: close\r\n" + headers + "\r\n");
  }

  /// The message of a server that does not start with these options.
  [[nodiscard]] testing::Finished start(std::vector<std::string> options) const {
    std::vector<std::string> command = {testing::kServer, "--data", data_, "--listen", "127.0.0.1:0"};
    command.insert(command.end(), options.begin(), options.end());
    return testing::run(command);
  }

  testing::TemporaryFolder folder_;
  std::string data_;
};

TEST_F(AccessProgram, is_asked_by_its_own_names) {
  const RunningServer server(data_, {"--host", "lakes.example", "--host", "rivers.example"});
  for (const auto* host : {"localhost", "127.0.0.1:80", "lakes.example", "Rivers.Example:8080"}) {
    EXPECT_THAT(ask(server.port, "GET /v1", "Host: " + std::string(host) + "\r\n"), StartsWith("HTTP/1.1 200")) << host;
  }
  for (const auto* path : {"/", "/v1", "/healthz", "/nothing"}) {
    EXPECT_THAT(ask(server.port, "GET " + std::string(path), "Host: evil.example\r\n"),
                AllOf(StartsWith("HTTP/1.1 421"), HasSubstr("--host")))
        << path;
  }
  EXPECT_THAT(ask(server.port, "GET http://evil.example/v1", "Host: localhost\r\n"), StartsWith("HTTP/1.1 421"));
  EXPECT_THAT(ask(server.admin_port, "GET /metrics", "Host: lakes.example\r\n"), StartsWith("HTTP/1.1 403"));
  EXPECT_THAT(ask(server.admin_port, "GET /metrics", "Host: 127.0.0.1\r\n"), StartsWith("HTTP/1.1 200"));
}

TEST_F(AccessProgram, believes_nobody_who_the_client_is_unless_told_to) {
  const RunningServer server(data_);
  const auto list = ask(server.port, "GET /openCypher/status", "Host: localhost\r\nX-Forwarded-For: 192.0.2.7\r\n");
  EXPECT_THAT(list, HasSubstr("\"runningQueryCount\":0"));
}

TEST_F(AccessProgram, asks_for_a_token_where_it_has_any) {
  const auto tokens = folder_.write("tokens", "# one a line\nopen-sesame\n").string();
  const RunningServer server(data_, {"--token-file", tokens});
  EXPECT_THAT(server.get("/v1"), AllOf(StartsWith("HTTP/1.1 401"), HasSubstr("WWW-Authenticate: Bearer")));
  EXPECT_THAT(server.get("/v1", "Authorization: Bearer open-sesame\r\n"), StartsWith("HTTP/1.1 200"));
  EXPECT_THAT(server.get("/", "Authorization: Basic dTpvcGVuLXNlc2FtZQ==\r\n"), StartsWith("HTTP/1.1 200"));
  EXPECT_THAT(server.get("/healthz"), StartsWith("HTTP/1.1 200"));
  EXPECT_THAT(server.ask_admin("GET", "/metrics"), StartsWith("HTTP/1.1 200"))
      << "the operator's listener is not asked";
}

TEST_F(AccessProgram, does_not_start_with_options_that_are_no_good) {
  const auto empty = folder_.write("empty", "# nothing\n").string();
  for (const auto& options :
       {std::vector<std::string>{"--trusted-proxy", "nginx"},
        std::vector<std::string>{"--host", "https://lakes.example"}, std::vector<std::string>{"--token-file", empty},
        std::vector<std::string>{"--token-file", (folder_ / "missing").string()}}) {
    const auto refused = start(options);
    EXPECT_EQ(refused.exit_code, 2) << options[1];
    EXPECT_THAT(refused.err, HasSubstr(options[0] + " " + options[1]));
  }
}

}  // namespace
}  // namespace treatygraph
