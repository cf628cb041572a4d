// server/deploy: what operators copy, checked by the tools that will read it.

#include <csignal>
#include <memory>
#include <thread>

#include <gmock/gmock.h>

#include "graph/database.h"
#include "tests/program/free_port.h"
#include "tests/program/running_server.h"
#include "tests/support/drawing.h"
#include "tests/support/places.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::Process;
using testing::RawClient;
using testing::run;
using testing::RunningServer;
using ::testing::StartsWith;

const std::string kDeploy = std::string(testing::kSourceFolder) + "/server/deploy/";

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const auto at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  return at == std::string::npos ? text : text.replace(at, what.size(), with);
}

TEST(SystemdUnit, is_valid_and_leaves_little_exposed) {
  const testing::TemporaryFolder folder;
  const auto unit = replaced(testing::bytes_of(kDeploy + "treatygraph.service"), "/usr/bin/treatygraph-server",
                             std::string(testing::kProgramsFolder) + "/treatygraph-server");
  const auto path = folder.write("treatygraph.service", unit).string();
  const auto verified = run({"systemd-analyze", "verify", "--man=no", path});
  EXPECT_EQ(verified.exit_code, 0) << verified.err;
  EXPECT_THAT(verified.err, Not(HasSubstr("treatygraph.service"))) << "systemd has advice";
  const auto exposure = run({"systemd-analyze", "security", "--offline=true", "--threshold=15", "--no-pager", path});
  EXPECT_EQ(exposure.exit_code, 0) << exposure.out << exposure.err;
}

class BehindNginx : public ::testing::Test {
 protected:
  BehindNginx() {
    const auto data = (folder_ / "treaties.db").string();
    std::string drawing;
    for (int i = 1; i <= 60; ++i) drawing += "t:art_" + std::to_string(i) + "\n";
    EXPECT_TRUE(write_database(data, testing::records_of(drawing)));
    server_ = std::make_unique<RunningServer>(data, std::vector<std::string>{"--cors-origin", "https://draw.example"});
    port_ = testing::free_port();
    configuration_ = write_configuration().string();
  }

  /// nginx's own frame around the site, with all that it writes in the test's folder.
  std::filesystem::path write_configuration() {
    const auto port = [](int number) { return "127.0.0.1:" + std::to_string(number); };
    auto site = replaced(testing::bytes_of(kDeploy + "nginx.conf"), "listen 80;", "listen " + port(port_) + ";");
    site = replaced(site, "server 127.0.0.1:8080;", "server " + port(server_->port) + ";");
    std::string frame = "daemon off;\nmaster_process off;\npid " + (folder_ / "nginx.pid").string() +
                        ";\nerror_log stderr;\nevents {}\nhttp {\naccess_log off;\n";
    for (const auto* kind : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"}) {
      frame += std::string(kind) + "_temp_path " + (folder_ / kind).string() + ";\n";
    }
    return folder_.write("nginx.conf", frame + site + "}\n");
  }

  void start() {
    nginx_ = std::make_unique<Process>(
        std::vector<std::string>{"nginx", "-p", folder_.path().string(), "-c", configuration_});
    for (int i = 0; i < 500 && !is_listening(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }

  [[nodiscard]] bool is_listening() const try { return !get("/healthz").empty(); } catch (const std::exception&) {
    return false;
  }

  [[nodiscard]] std::string get(const std::string& target, const std::string& headers = {}) const {
    return testing::exchange(port_, RunningServer::request("GET", target, headers));
  }

  testing::TemporaryFolder folder_;
  std::unique_ptr<RunningServer> server_;
  std::unique_ptr<Process> nginx_;
  std::string configuration_;
  int port_ = 0;
};

std::string header(const std::string& answer, const std::string& name) {
  const auto at = answer.find("\r\n" + name + ": ");
  if (at == std::string::npos) return {};
  const auto begin = at + name.size() + 4;
  return answer.substr(begin, answer.find("\r\n", begin) - begin);
}

TEST_F(BehindNginx, the_site_is_valid) {
  const auto checked = run({"nginx", "-t", "-q", "-p", folder_.path(), "-c", configuration_});
  EXPECT_EQ(checked.exit_code, 0) << checked.err;
  EXPECT_EQ(checked.err, "");
}

TEST_F(BehindNginx, the_contract_passes_through) {
  start();
  const auto plain = get("/v1/nodes?label=Article");
  ASSERT_THAT(plain, StartsWith("HTTP/1.1 200"));
  EXPECT_THAT(header(plain, "X-Request-Id").size(), 32U) << "nginx's own id, so that both logs can be joined";
  const auto tag = header(plain, "ETag");
  EXPECT_THAT(tag, StartsWith("W/\""));
  EXPECT_THAT(get("/v1/nodes?label=Article", "If-None-Match: " + tag + "\r\n"), StartsWith("HTTP/1.1 304"));
  const auto packed = get("/v1/nodes?label=Article", "Accept-Encoding: gzip\r\n");
  EXPECT_EQ(header(packed, "Content-Encoding"), "gzip");
  EXPECT_EQ(header(packed, "ETag"), tag);
  EXPECT_LT(packed.size(), plain.size() / 3);
  EXPECT_EQ(header(get("/v1", "Origin: https://draw.example\r\n"), "Access-Control-Allow-Origin"),
            "https://draw.example");
  EXPECT_THAT(
      testing::exchange(port_, RunningServer::request("OPTIONS", "/v1/cypher", "Origin: https://draw.example\r\n")),
      AllOf(StartsWith("HTTP/1.1 204"), HasSubstr("Access-Control-Allow-Methods: POST, GET, HEAD, OPTIONS")));
}

TEST_F(BehindNginx, long_and_escaped_targets_arrive_as_they_were_sent) {
  start();
  EXPECT_THAT(get("/v1/nodes/t%3Aart_7"), HasSubstr("\"key\":\"t:art_7\""));
  std::string without = "t:art_2";
  for (int i = 3; i <= 60; ++i) without += ",t:art_" + std::to_string(i);
  without += "," + without + "," + without + "," + without;
  EXPECT_GT(without.size(), 2'000U);
  EXPECT_THAT(get("/v1/neighborhood?of=t:art_1&without=" + without), StartsWith("HTTP/1.1 200"));
  EXPECT_THAT(get("/v1/search?q=" + std::string(5'000, 'x')), StartsWith("HTTP/1.1 414"));
}

}  // namespace
}  // namespace treatygraph
