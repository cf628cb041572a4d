// treatygraph-server from its start to its end.

#include <chrono>
#include <csignal>
#include <filesystem>
#include <memory>
#include <thread>

#include <gmock/gmock.h>
#include <sys/resource.h>

#include "graph/database.h"
#include "tests/program/free_port.h"
#include "tests/program/programs.h"
#include "tests/server/raw_client.h"
#include "tests/support/drawing.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph {
namespace {

using testing::exchange;
using ::testing::HasSubstr;
using testing::kServer;
using testing::Process;
using testing::run;
using ::testing::StartsWith;
using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

/// Two seconds are promised; the rest allows for a loaded machine.
constexpr auto kSoon = 4s;

constexpr std::string_view kReady = "GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

class ServerProgram : public ::testing::Test {
 protected:
  ServerProgram() : data_(folder_ / "treaties.db") { write("t:art_1"); }

  void write(std::string_view drawing) { snapshot_ = *write_database(data_, testing::records_of(drawing)); }

  void start() {
    server_ = std::make_unique<Process>(std::vector<std::string>{kServer, "--data", data_, "--listen", "127.0.0.1:0"});
    const auto line = server_->read_line();
    ASSERT_THAT(line, StartsWith("listening on http://127.0.0.1:"));
    port_ = std::stoi(line.substr(line.rfind(':') + 1));
  }

  [[nodiscard]] std::string ready() const { return exchange(port_, kReady); }

  testing::TemporaryFolder folder_;
  std::string data_;
  std::string snapshot_;
  std::unique_ptr<Process> server_;
  int port_ = 0;
};

TEST_F(ServerProgram, answers_and_stops_with_0) {
  start();
  EXPECT_THAT(ready(), HasSubstr(snapshot_));
  server_->send_signal(SIGTERM);
  EXPECT_EQ(server_->wait(), 0);
  EXPECT_THAT(server_->errors(), HasSubstr("GET \"/readyz\" 200"));
}

TEST_F(ServerProgram, loads_the_new_file_on_sighup_and_keeps_the_old_where_the_new_is_bad) {
  start();
  const auto old_snapshot = snapshot_;
  write("t:art_1\nt:art_2");
  ASSERT_NE(snapshot_, old_snapshot);
  server_->send_signal(SIGHUP);
  for (int i = 0; i < 500 && ready().find(snapshot_) == std::string::npos; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  EXPECT_THAT(ready(), HasSubstr(snapshot_));
  // The file is replaced, not overwritten: the running server reads texts from the file that it has open.
  std::filesystem::rename(folder_.write("bad.db", "This is no database."), data_);
  server_->send_signal(SIGHUP);
  std::this_thread::sleep_for(std::chrono::milliseconds(200));
  EXPECT_THAT(ready(), HasSubstr(snapshot_));
  server_->send_signal(SIGTERM);
  EXPECT_EQ(server_->wait(), 0);
  EXPECT_THAT(server_->errors(), HasSubstr("not reloaded"));
}

/// So many nodes that loading takes seconds.
GraphRecords many_articles() {
  GraphRecords records;
  records.nodes.push_back({"treaty:t", {"Treaty"}, {}});
  const auto key = [](std::size_t i) { return "t:art_" + std::to_string(i); };
  constexpr std::size_t kCount = 150'000;
  for (std::size_t i = 0; i < kCount; ++i) {
    records.nodes.push_back({key(i), {"Provision", "Article"}, {{"text", "Each Party keeps lake " + key(i)}}});
    records.relationships.push_back({"HAS_PART", "treaty:t", key(i), {}});
    records.relationships.push_back({"REFERS_TO", key(i), key(i * 7 % kCount), {{"quote", "article " + key(i)}}});
  }
  return records;
}

/// Loading from the tables takes seconds; mapping the image is over before it can be stopped.
void write_without_image(const std::filesystem::path& path) {
  ASSERT_TRUE(write_database(path, many_articles()));
  std::filesystem::remove(image_path(path));
}

TEST_F(ServerProgram, stops_soon_while_it_loads) {
  write_without_image(data_);
  for (const int signal : {SIGTERM, SIGINT}) {
    Process loading({kServer, "--data", data_, "--listen", "127.0.0.1:0"});
    std::this_thread::sleep_for(300ms);
    const auto begun = Clock::now();
    loading.send_signal(signal);
    EXPECT_EQ(loading.wait(), 0);
    EXPECT_LT(Clock::now() - begun, kSoon);
    EXPECT_EQ(loading.output(), "") << "it was loading still";
  }
}

TEST_F(ServerProgram, stops_soon_while_it_loads_again) {
  start();
  write_without_image(data_);
  for (int i = 0; i < 3; ++i) server_->send_signal(SIGHUP);
  std::this_thread::sleep_for(200ms);
  EXPECT_THAT(ready(), HasSubstr(snapshot_)) << "the old one, meanwhile";
  const auto begun = Clock::now();
  server_->send_signal(SIGTERM);
  EXPECT_EQ(server_->wait(), 0);
  EXPECT_LT(Clock::now() - begun, kSoon);
}

TEST_F(ServerProgram, stops_while_answers_are_streamed) {
  start();
  const std::string query =
      R"({"query": "UNWIND range(1,4000) AS x UNWIND range(1,4000) AS y RETURN x*y AS p, toString(x)+toString(y) AS s"})";
  testing::RawClient one(port_);
  testing::RawClient another(port_);
  for (auto* client : {&one, &another}) {
    client->send(
        "POST /v1/cypher HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/x-ndjson\r\nContent-Type: "
        "application/json\r\nContent-Length: " +
        std::to_string(query.size()) + "\r\n\r\n" + query);
    EXPECT_THAT(client->receive("\"p\":7"), StartsWith("HTTP/1.1 200"));
  }
  const auto begun = Clock::now();
  server_->send_signal(SIGTERM);
  EXPECT_EQ(server_->wait(), 0);
  EXPECT_LT(Clock::now() - begun, kSoon);
}

TEST_F(ServerProgram, answers_and_stops_though_nobody_reads_its_log) {
  start();
  const std::string path(1'000, 'x');
  const auto request = "GET /" + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
  testing::RawClient client(port_);
  for (int i = 0; i < 8'000; ++i) {  // 8 MB: more than the pipe and the log's buffer hold together
    ASSERT_TRUE(client.send(request));
    ASSERT_THAT(client.receive("\r\n\r\n{", 10s), StartsWith("HTTP/1.1 404")) << i;
  }
  const auto begun = Clock::now();
  server_->send_signal(SIGTERM);
  EXPECT_EQ(server_->wait(), 0);
  EXPECT_LT(Clock::now() - begun, kSoon);
}

TEST_F(ServerProgram, answers_where_its_standard_streams_are_closed) {
  const int port = testing::free_port();
  Process server({"bash", "-c", "exec \"$0\" --data \"$1\" --listen 127.0.0.1:$2 <&- >&- 2>&-", kServer, data_,
                  std::to_string(port)});
  (void)server.read_line();  // end of stream
  std::string answer;
  for (int i = 0; i < 500 && answer.empty(); ++i) {
    try {
      answer = exchange(port, kReady);
    } catch (const std::exception&) {  // not yet
      std::this_thread::sleep_for(20ms);
    }
  }
  EXPECT_THAT(answer, HasSubstr(snapshot_));
  server.send_signal(SIGTERM);
  EXPECT_EQ(server.wait(), 0);
}

TEST_F(ServerProgram, answers_a_new_client_though_more_are_idle_than_it_has_places_for) {
  start();
  rlimit limit{};
  getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
  std::vector<std::unique_ptr<testing::RawClient>> idle;
  for (int i = 0; i < 1'100; ++i) idle.push_back(std::make_unique<testing::RawClient>(port_));
  for (int i = 0; i < 10; ++i) EXPECT_THAT(ready(), HasSubstr(snapshot_));
}

TEST_F(ServerProgram, says_by_its_exit_code_why_it_does_not_start) {
  EXPECT_EQ(run({kServer}).exit_code, 2);
  EXPECT_EQ(run({kServer, "--data", data_, "--listen", "nowhere"}).exit_code, 2);
  start();
  const auto taken = run({kServer, "--data", data_, "--listen", "127.0.0.1:" + std::to_string(port_)});
  EXPECT_EQ(taken.exit_code, 3);
  EXPECT_THAT(taken.err, HasSubstr("cannot listen"));
}

TEST_F(ServerProgram, refuses_a_damaged_truncated_foreign_or_newer_file_with_4) {
  const auto whole = testing::bytes_of(data_);
  const auto refused = [&](std::string_view name, std::string_view bytes) {
    const auto path = folder_.write(name, bytes).string();
    const auto finished = run({kServer, "--data", path, "--listen", "127.0.0.1:0"});
    EXPECT_EQ(finished.exit_code, 4) << name;
    EXPECT_THAT(finished.err, HasSubstr(path));
    return finished.err;
  };
  refused("truncated.db", whole.substr(0, whole.size() / 2));
  refused("foreign.db", "PK\x03\x04 a disguised archive");
  refused("empty.db", "");
  auto newer = whole;
  newer[63] = static_cast<char>(kLayoutVersion + 1);  // user_version is at bytes 60 to 63 of an SQLite file
  EXPECT_THAT(refused("newer.db", newer), HasSubstr("newer"));
  auto damaged = whole;
  for (std::size_t i = whole.size() / 2; i < whole.size() / 2 + 64; ++i)
    damaged[i] = static_cast<char>(damaged[i] ^ 0x55);
  refused("damaged.db", damaged);
  EXPECT_EQ(run({kServer, "--data", (folder_ / "none.db").string()}).exit_code, 4);
}

}  // namespace
}  // namespace treatygraph
