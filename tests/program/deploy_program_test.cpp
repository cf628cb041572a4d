// Files of server/deploy, checked by the tools that read them.

#include <csignal>
#include <memory>
#include <sstream>
#include <thread>

#include <gmock/gmock.h>

#include "graph/database.h"
#include "tests/program/free_port.h"
#include "tests/program/programs.h"
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
  const auto unit =
      replaced(testing::bytes_of(kDeploy + "treatygraph.service"), "/usr/bin/treatygraph-server", testing::kServer);
  const auto path = folder.write("treatygraph.service", unit).string();
  const auto verified = run({"systemd-analyze", "verify", "--man=no", path});
  EXPECT_EQ(verified.exit_code, 0) << verified.err;
  EXPECT_THAT(verified.err, Not(HasSubstr("treatygraph.service"))) << "systemd has advice";
  const auto exposure = run({"systemd-analyze", "security", "--offline=true", "--threshold=15", "--no-pager", path});
  EXPECT_EQ(exposure.exit_code, 0) << exposure.out << exposure.err;
}

bool is_debian_12() {
  return testing::bytes_of("/etc/os-release").find("VERSION_ID=\"12\"") != std::string::npos;
}

TEST(Dockerfile, is_right) {
  std::vector<std::string> command = {"node", testing::kTools + "/dockerfile.mjs", kDeploy + "Dockerfile"};
  // The image is made of Debian 12, whose libraries have other names than those of Debian 13.
  if (is_debian_12()) command.insert(command.end(), {testing::kServer, testing::kQuery, testing::kIngest});
  const auto checked = run(command);
  EXPECT_EQ(checked.exit_code, 0) << checked.out << checked.err;
}

TEST(Dockerfile, that_is_wrong_is_refused) {
  const testing::TemporaryFolder folder;
  const auto path = folder.write("Dockerfile", "FROM debian\nRUNN make\nEXPOSE eighty\n").string();
  const auto checked = run({"node", testing::kTools + "/dockerfile.mjs", path});
  EXPECT_EQ(checked.exit_code, 1);
  EXPECT_THAT(checked.out, AllOf(HasSubstr("line 2: Unknown instruction: RUNN"), HasSubstr("line 3: "),
                                 HasSubstr("as root"), HasSubstr("no health check")));
}

constexpr const char* kName = "treaties.example.org";  // as in the site's configuration

class BehindNginx : public ::testing::Test {
 protected:
  BehindNginx() {
    const auto data = (folder_ / "treaties.db").string();
    std::string drawing;
    for (int i = 1; i <= 60; ++i) drawing += "t:art_" + std::to_string(i) + "\n";
    EXPECT_TRUE(write_database(data, testing::records_of(drawing)));
    server_ = std::make_unique<RunningServer>(
        data, std::vector<std::string>{"--host", kName, "--trusted-proxy", "127.0.0.1", "--cors-origin",
                                       "https://draw.example", "--deadline", "600000"});
    plain_port_ = testing::free_port();
    port_ = testing::free_port();
    make_certificate();
    configuration_ = write_configuration().string();
  }

  void make_certificate() const {
    const auto made =
        run({"openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days",
             "2", "-subj", std::string("/CN=") + kName, "-addext", std::string("subjectAltName=DNS:") + kName,
             "-keyout", certificate("privkey"), "-out", certificate("fullchain")});
    EXPECT_EQ(made.exit_code, 0) << made.err;
  }

  [[nodiscard]] std::string certificate(const std::string& part) const { return (folder_ / (part + ".pem")).string(); }

  /// The site within a minimal nginx configuration that writes only into the test's folder.
  std::filesystem::path write_configuration() {
    const auto port = [](int number) { return "127.0.0.1:" + std::to_string(number); };
    auto site = replaced(testing::bytes_of(kDeploy + "nginx.conf"), "listen 80;", "listen " + port(plain_port_) + ";");
    site = replaced(site, "listen 443 ssl http2;", "listen " + port(port_) + " ssl http2;");
    site = replaced(site, "server 127.0.0.1:8080;", "server " + port(server_->port) + ";");
    for (const auto* part : {"fullchain", "privkey"}) {
      site = replaced(site, std::string("/etc/letsencrypt/live/") + kName + "/" + part + ".pem", certificate(part));
    }
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
    for (int i = 0; i < 500 && ask("/healthz").exit_code != 0; ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
  }

  /// With curl, which gets the certificate and the address of the name. Returns the answer with headers.
  [[nodiscard]] testing::Finished ask(const std::string& target, const std::vector<std::string>& options = {}) const {
    const auto place = std::string(kName) + ":" + std::to_string(port_);
    std::vector<std::string> command = {"curl",      "--silent",          "--include",
                                        "--http1.1", "--globoff",         "--max-time",
                                        "60",        "--cacert",          certificate("fullchain"),
                                        "--resolve", place + ":127.0.0.1"};
    command.insert(command.end(), options.begin(), options.end());
    command.push_back("https://" + place + target);
    return run(command);
  }

  [[nodiscard]] std::string get(const std::string& target, const std::vector<std::string>& options = {}) const {
    return ask(target, options).out;
  }

  testing::TemporaryFolder folder_;
  std::unique_ptr<RunningServer> server_;
  std::unique_ptr<Process> nginx_;
  std::string configuration_;
  int plain_port_ = 0;
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
  // nginx 1.26 wants HTTP/2 to be switched on in another way, which that of Debian 12 does not know.
  std::istringstream lines(checked.err);
  for (std::string line; std::getline(lines, line);)
    EXPECT_THAT(line, HasSubstr("\"listen ... http2\" directive is deprecated"));
}

TEST_F(BehindNginx, the_contract_passes_through) {
  start();
  const auto plain = get("/v1/nodes?label=Article");
  ASSERT_THAT(plain, StartsWith("HTTP/1.1 200"));
  EXPECT_THAT(header(plain, "X-Request-Id").size(), 32U) << "nginx's own id, so that both logs can be joined";
  const auto tag = header(plain, "ETag");
  EXPECT_THAT(tag, StartsWith("W/\""));
  EXPECT_THAT(get("/v1/nodes?label=Article", {"-H", "If-None-Match: " + tag}), StartsWith("HTTP/1.1 304"));
  const auto packed = get("/v1/nodes?label=Article", {"-H", "Accept-Encoding: gzip"});
  EXPECT_EQ(header(packed, "Content-Encoding"), "gzip");
  EXPECT_EQ(header(packed, "ETag"), tag);
  EXPECT_LT(packed.size(), plain.size() / 3);
  EXPECT_EQ(header(get("/v1", {"-H", "Origin: https://draw.example"}), "Access-Control-Allow-Origin"),
            "https://draw.example");
  EXPECT_THAT(get("/v1/cypher", {"-X", "OPTIONS", "-H", "Origin: https://draw.example"}),
              AllOf(StartsWith("HTTP/1.1 204"), HasSubstr("Access-Control-Allow-Methods: POST, GET, HEAD, OPTIONS")));
  EXPECT_THAT(get("/v1/cypher", {"-H", "Transfer-Encoding: chunked", "-H", "Content-Type: application/json", "-d",
                                 "{\"query\": \"RETURN 40 + 2 AS n\"}"}),
              HasSubstr("\"rows\":[[42]]"));
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

TEST_F(BehindNginx, all_is_asked_over_tls) {
  start();
  EXPECT_THAT(get("/v1"), HasSubstr("Strict-Transport-Security: max-age="));
  EXPECT_THAT(get("/v1", {"--http2"}), StartsWith("HTTP/2 200"));
  const auto plain =
      testing::exchange(plain_port_, "GET /v1?x=1 HTTP/1.1\r\nHost: treaties.example.org\r\nConnection: close\r\n\r\n");
  EXPECT_THAT(plain, AllOf(StartsWith("HTTP/1.1 308"), HasSubstr("Location: https://treaties.example.org/v1?x=1\r\n")));
  EXPECT_THAT(get("/metrics"), StartsWith("HTTP/1.1 200")) << "from this machine";
}

TEST_F(BehindNginx, clients_are_told_apart_whatever_they_say_of_themselves) {
  start();
  const auto as = [&](const std::string& address, std::vector<std::string> options) {
    options.insert(options.end(), {"--interface", address, "-H", "X-Forwarded-For: 127.0.0.3"});
    return options;
  };
  std::jthread asking([&] {
    (void)get("/openCypher", as("127.0.0.2", {"-H", "Content-Type: application/json", "-d", testing::kEndlessQuery}));
  });
  std::string running;
  for (int i = 0; i < 1'000 && running.find("AS endless") == std::string::npos; ++i) {
    running = server_->ask_admin("GET", "/v1/queries");
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  EXPECT_THAT(running, AllOf(HasSubstr("\"peer\":\"127.0.0.1:"), HasSubstr("\"client\":\"127.0.0.2\"")));
  EXPECT_THAT(get("/openCypher/status", as("127.0.0.3", {})), HasSubstr("\"runningQueryCount\":0"));
  EXPECT_THAT(get("/openCypher/status", as("127.0.0.2", {})), HasSubstr("\"runningQueryCount\":1"));
  const auto at = running.find("AS endless");
  const auto id = running.rfind("{\"id\":", at) + 6;
  (void)server_->ask_admin("DELETE", "/v1/queries/" + running.substr(id, running.find(',', id) - id));
}

}  // namespace
}  // namespace treatygraph
