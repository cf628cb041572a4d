// Operating a server: running queries, a full server, reloads during requests.

#include <chrono>
#include <csignal>
#include <functional>
#include <memory>
#include <thread>

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
using testing::kEndlessQuery;
using ::testing::Not;
using testing::RawClient;
using testing::RunningServer;
using ::testing::StartsWith;
using namespace std::chrono_literals;

std::string post_cypher(const std::string& body) {
  return "POST /v1/cypher HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: " +
         std::to_string(body.size()) + "\r\n\r\n" + body;
}

bool comes_true(const std::function<bool()>& what) {
  for (int i = 0; i < 1'500; ++i) {
    if (what()) return true;
    std::this_thread::sleep_for(10ms);
  }
  return false;
}

std::string between(const std::string& text, const std::string& before, const std::string& after) {
  const auto from = text.find(before);
  if (from == std::string::npos) return {};
  const auto begin = from + before.size();
  return text.substr(begin, text.find(after, begin) - begin);
}

class OperationProgram : public ::testing::Test {
 protected:
  OperationProgram() : data_(folder_ / "treaties.db") { write("t:art_1\nt:art_2\nt:art_3"); }

  std::string write(std::string_view drawing) { return *write_database(data_, testing::records_of(drawing)); }

  [[nodiscard]] static bool is_endless_running(const RunningServer& server) {
    return server.ask_admin("GET", "/v1/queries").find("AS endless") != std::string::npos;
  }

  testing::TemporaryFolder folder_;
  std::string data_;
};

TEST_F(OperationProgram, lists_what_runs_and_stops_it) {
  const RunningServer server(data_, {"--deadline", "600000"});
  RawClient client(server.port);
  client.send(post_cypher(kEndlessQuery));
  ASSERT_TRUE(comes_true([&] { return is_endless_running(server); }));
  const auto list = server.ask_admin("GET", "/v1/queries");
  EXPECT_THAT(list, AllOf(HasSubstr("\"target\":\"/v1/cypher\""), HasSubstr("\"peer\":\"127.0.0.1:"),
                          HasSubstr("\"elapsed_ms\":")));
  const auto id = between(list, "\"queries\":[{\"id\":", ",");
  EXPECT_THAT(server.ask_admin("DELETE", "/v1/queries/" + id), HasSubstr("\"cancelled\":true"));
  EXPECT_THAT(client.receive({}, 20s), AllOf(StartsWith("HTTP/1.1 503"), HasSubstr("cancelled")));
  EXPECT_FALSE(is_endless_running(server));
}

TEST_F(OperationProgram, stops_the_work_of_who_has_gone) {
  const RunningServer server(data_, {"--deadline", "600000"});
  {
    RawClient client(server.port);
    client.send(post_cypher(kEndlessQuery));
    ASSERT_TRUE(comes_true([&] { return is_endless_running(server); }));
  }
  EXPECT_TRUE(comes_true([&] { return !is_endless_running(server); }));
}

TEST_F(OperationProgram, does_not_cancel_the_next_request_of_a_connection) {
  const RunningServer server(data_, {"--deadline", "600000"});
  RawClient client(server.port);
  auto endless = post_cypher(kEndlessQuery);
  endless.replace(endless.find("Connection: close"), 17, "Connection: keep-alive");
  client.send(endless);
  ASSERT_TRUE(comes_true([&] { return is_endless_running(server); }));
  const auto id = between(server.ask_admin("GET", "/v1/queries"), "\"queries\":[{\"id\":", ",");
  (void)server.ask_admin("DELETE", "/v1/queries/" + id);
  ASSERT_THAT(client.receive("cancelled\"", 20s), StartsWith("HTTP/1.1 503"));
  client.send(post_cypher("{\"query\": \"UNWIND range(1, 5000) AS x RETURN count(x) AS n\"}"));
  EXPECT_THAT(client.receive({}, 20s), HasSubstr("\"rows\":[[5000]]"));
}

TEST_F(OperationProgram, answers_503_when_full_and_its_operator_all_the_same) {
  const RunningServer server(data_, {"--deadline", "600000", "--threads", "1", "--queue", "1"});
  RawClient working(server.port);
  working.send(post_cypher(kEndlessQuery));
  ASSERT_TRUE(comes_true([&] { return is_endless_running(server); }));
  RawClient waiting(server.port);
  waiting.send(post_cypher(kEndlessQuery));
  std::this_thread::sleep_for(100ms);
  const auto refused = testing::exchange(server.port, post_cypher(kEndlessQuery));
  EXPECT_THAT(server.get("/v1"), StartsWith("HTTP/1.1 200"));
  EXPECT_THAT(refused, AllOf(StartsWith("HTTP/1.1 503"), HasSubstr("Retry-After: 1"), HasSubstr("X-Request-Id: ")));
  EXPECT_THAT(server.get("/healthz"), StartsWith("HTTP/1.1 200"));
  EXPECT_THAT(server.ask_admin("GET", "/healthz"), StartsWith("HTTP/1.1 200"));
  const auto metrics = server.ask_admin("GET", "/metrics");
  EXPECT_THAT(metrics, HasSubstr("treatygraph_http_refused_total{status=\"503\"} "));
  EXPECT_THAT(metrics, Not(HasSubstr("treatygraph_http_refused_total{status=\"503\"} 0")));
}

TEST_F(OperationProgram, is_alive_but_not_ready_while_requests_wait_and_none_is_finished) {
  const RunningServer server(data_, {"--deadline", "600000", "--threads", "1"});
  const auto is_ready = [&] { return server.get("/readyz").starts_with("HTTP/1.1 200"); };
  EXPECT_TRUE(is_ready());
  RawClient working(server.port);
  working.send(post_cypher(kEndlessQuery));
  ASSERT_TRUE(comes_true([&] { return is_endless_running(server); }));
  {
    RawClient waiting(server.port);
    waiting.send(post_cypher(kEndlessQuery));
    ASSERT_TRUE(comes_true([&] { return !is_ready(); }));
    EXPECT_THAT(server.get("/readyz"),
                AllOf(StartsWith("HTTP/1.1 503"), HasSubstr("requests have waited for a thread")));
    EXPECT_THAT(server.ask_admin("GET", "/readyz"), StartsWith("HTTP/1.1 503"));
    EXPECT_THAT(server.get("/healthz"), StartsWith("HTTP/1.1 200"));
    EXPECT_THAT(server.get("/v1/nodes/t:art_1"), StartsWith("HTTP/1.1 200"));
  }
  const auto id = between(server.ask_admin("GET", "/v1/queries"), "\"queries\":[{\"id\":", ",");
  (void)server.ask_admin("DELETE", "/v1/queries/" + id);
  EXPECT_TRUE(comes_true(is_ready));
}

TEST_F(OperationProgram, says_so_when_the_data_changed_between_two_pages) {
  RunningServer server(data_);
  const auto first = server.get("/v1/nodes?label=Article&limit=1");
  const auto old_snapshot = between(first, "Treatygraph-Snapshot: ", "\r\n");
  const auto second = "/v1/nodes?label=Article&limit=1&cursor=" + between(first, "\"next_cursor\":\"", "\"");
  EXPECT_THAT(server.get(second), StartsWith("HTTP/1.1 200"));
  server.process().send_signal(SIGHUP);  // the same file: cursors stay valid
  ASSERT_TRUE(comes_true(
      [&] { return server.ask_admin("GET", "/metrics").find("outcome=\"loaded\"} 1") != std::string::npos; }));
  EXPECT_THAT(server.get(second), StartsWith("HTTP/1.1 200"));
  const auto snapshot = write("t:art_1\nt:art_2\nt:art_3\nt:art_4");
  EXPECT_THAT(server.ask_admin("POST", "/admin/reload"),
              HasSubstr("{\"snapshot\":\"" + snapshot + "\",\"changed\":true}"));
  EXPECT_THAT(server.get(second), AllOf(StartsWith("HTTP/1.1 409"), HasSubstr("start again without cursor"),
                                        HasSubstr("\"loaded_snapshot\":\"" + snapshot)));
  EXPECT_THAT(server.get("/v1/treaties?snapshot=" + old_snapshot), StartsWith("HTTP/1.1 409"));
  EXPECT_THAT(server.get("/v1/treaties?snapshot=" + snapshot.substr(0, 16)), StartsWith("HTTP/1.1 200"));
}

TEST_F(OperationProgram, keeps_the_old_snapshot_and_says_why_where_the_new_file_is_bad) {
  const RunningServer server(data_);
  std::filesystem::rename(folder_.write("bad.db", "This is no database."), data_);
  EXPECT_THAT(server.ask_admin("POST", "/admin/reload"),
              AllOf(StartsWith("HTTP/1.1 422"), HasSubstr("the old snapshot stays"), HasSubstr("treaties.db")));
  EXPECT_THAT(server.ask_admin("GET", "/metrics"), HasSubstr("treatygraph_reloads_total{outcome=\"kept_old\"} 1"));
  EXPECT_THAT(server.get("/v1/treaties"), StartsWith("HTTP/1.1 200"));
}

TEST_F(OperationProgram, opens_its_admin_listener_to_this_machine_only) {
  const auto refused =
      testing::run({testing::kServer, "--data", data_, "--listen", "127.0.0.1:0", "--admin", "0.0.0.0:0"});
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_THAT(refused.err, HasSubstr("must be loopback"));
}

/// A treaties.db whose articles have long texts that contain `word`.
std::filesystem::path file_of(const testing::TemporaryFolder& folder, const std::string& word, int articles) {
  auto records = testing::records_of("t:art_0");
  for (int i = 1; i <= articles; ++i) {
    auto text = "Of " + word + " " + std::to_string(i) + ":";
    while (text.size() < 5'000) text += " keep the " + word + " clean";
    records.nodes.push_back({"t:art_" + std::to_string(i), {"Article"}, {{"text", text}}});
  }
  const auto path = folder / (word + ".db");
  EXPECT_TRUE(write_database(path, records));
  return path;
}

constexpr auto kOverwrite = std::filesystem::copy_options::overwrite_existing;

/// Copies a treaties.db and its image as `cp` does: into the files that are there.
void copy_pair(const std::filesystem::path& from, const std::filesystem::path& to) {
  std::filesystem::copy_file(from, to, kOverwrite);
  std::filesystem::copy_file(image_path(from), image_path(to), kOverwrite);
}

TEST_F(OperationProgram, serves_a_pair_of_which_either_or_both_are_written_over) {
  const auto lake = file_of(folder_, "lake", 20);
  const auto river = file_of(folder_, "river", 30);
  const auto served = folder_ / "served.db";
  copy_pair(lake, served);
  const RunningServer server(served.string(), {"--answer-cache", "0"});
  const auto reload = [&] { return server.ask_admin("POST", "/admin/reload"); };
  const auto serves_lake = [&] {
    EXPECT_THAT(server.get("/v1/nodes/t:art_20"), StartsWith("HTTP/1.1 200"));
    EXPECT_THAT(server.get("/v1/nodes/t:art_30"), StartsWith("HTTP/1.1 404"));
  };
  serves_lake();

  // Its image alone: the graph that is served stays, and the next one is built from the tables.
  std::filesystem::copy_file(image_path(river), image_path(served), kOverwrite);
  serves_lake();
  EXPECT_THAT(reload(), HasSubstr("\"changed\":false"));
  serves_lake();
  EXPECT_THAT(server.get("/v1/nodes/t:art_1"), HasSubstr("Of lake 1:"));

  copy_pair(river, served);
  EXPECT_THAT(reload(), HasSubstr("\"changed\":true"));
  EXPECT_THAT(server.get("/v1/nodes/t:art_30"), HasSubstr("Of river 30:"));
}

TEST_F(OperationProgram, answers_nothing_from_a_file_that_is_written_over_the_served_one) {
  constexpr int kArticles = 300;
  const auto lake = file_of(folder_, "lake", kArticles);
  const auto river = file_of(folder_, "river", kArticles);
  const auto served = folder_ / "served.db";
  std::filesystem::copy_file(lake, served);
  RunningServer server(served.string());
  const auto text_of = [&](int article) { return server.get("/v1/nodes/t:art_" + std::to_string(article)); };
  EXPECT_THAT(text_of(1), HasSubstr("Of lake 1:"));

  // Overwrites the file in place, as `cp` does.
  std::filesystem::copy_file(river, served, kOverwrite);
  int old_words = 0;
  for (int i = 1; i <= kArticles; ++i) {
    const auto answer = text_of(i);
    EXPECT_THAT(answer, Not(HasSubstr("river"))) << i;
    if (answer.find("Of lake " + std::to_string(i) + ":") != std::string::npos) {
      ++old_words;
    } else {
      EXPECT_THAT(answer, StartsWith("HTTP/1.1 503")) << i;
    }
  }
  EXPECT_THAT(server.get("/v1/search?q=river"), Not(HasSubstr("keep the river")));
  EXPECT_THAT(server.get("/healthz"), StartsWith("HTTP/1.1 200"));
  EXPECT_LT(old_words, kArticles) << "no text was read from the file: the test shows nothing";

  server.process().send_signal(SIGHUP);
  EXPECT_TRUE(comes_true([&] { return text_of(1).find("Of river 1:") != std::string::npos; }));
}

}  // namespace
}  // namespace treatygraph
