// POST /mcp as a stream of events: progress while a tool works, then the reply.

#include <chrono>
#include <memory>
#include <string>

#include <gmock/gmock.h>

#include "tests/server/lakes_http.h"

namespace treatygraph::server {
namespace {

using ::testing::AllOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::RawClient;
using ::testing::StartsWith;

/// More rows than anybody waits for.
constexpr std::string_view kEndless =
    R"json({"query": "UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y RETURN count(x + y)"})json";

std::string call_of(std::string_view tool, std::string_view arguments, std::string_view meta, std::string_view accept) {
  return post("/mcp", "application/json", fmt::format("Accept: {}\r\n", accept),
              fmt::format(R"({{"jsonrpc": "2.0", "id": 7, "method": "tools/call", "params": {{"name": "{}", )"
                          R"("arguments": {}, "_meta": {}}}}})",
                          tool, arguments, meta));
}

constexpr std::string_view kBoth = "application/json, text/event-stream";

class McpEvents : public LakesHttp {
 protected:
  [[nodiscard]] std::string answer_to(const std::string& request) const {
    RawClient client(port_);
    EXPECT_TRUE(client.send(request));
    return client.receive("\r\n0\r\n\r\n");
  }
  [[nodiscard]] bool nothing_runs_soon() const {
    for (int i = 0; i < 1'000 && lakes_->running.count() > 0; ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    return lakes_->running.count() == 0;
  }
};

TEST_F(McpEvents, end_with_the_reply) {
  const auto answer = answer_to(call_of("dependencies", R"({"of": "lakes:art_1"})", R"({"progressToken": 3})", kBoth));
  EXPECT_THAT(answer, AllOf(HasSubstr("Content-Type: text/event-stream"), HasSubstr("event: message\ndata: {"),
                            HasSubstr(R"("id":7,"result":{)"), HasSubstr(R"("isError":false)"), EndsWith("0\r\n\r\n")));
}

TEST_F(McpEvents, tell_progress_until_the_client_leaves) {
  auto client = std::make_unique<RawClient>(port_);
  ASSERT_TRUE(client->send(call_of("cypher", kEndless, R"({"progressToken": "mine"})", kBoth)));
  const auto told = client->receive(R"("progress":2)", std::chrono::seconds(30));
  EXPECT_THAT(told, AllOf(StartsWith("HTTP/1.1 200"), HasSubstr(R"("method":"notifications/progress")"),
                          HasSubstr(R"("progressToken":"mine","progress":1,"total":)")));
  EXPECT_EQ(lakes_->running.count(), 1U);
  client.reset();
  EXPECT_TRUE(nothing_runs_soon());
}

TEST_F(McpEvents, end_with_what_was_wrong) {
  const auto answer = answer_to(call_of("dependencies", R"({"of": "lakes:art_99"})", R"({"progressToken": 3})", kBoth));
  EXPECT_THAT(answer, AllOf(HasSubstr("text/event-stream"), HasSubstr(R"("isError":true)"), HasSubstr("lakes:art_99")));
  EXPECT_THAT(answer_to(call_of("nonsense", "{}", R"({"progressToken": 3})", kBoth)),
              AllOf(HasSubstr("text/event-stream"), HasSubstr(R"("error":{"code":-32602)")));
}

TEST_F(McpEvents, come_only_to_clients_that_want_them) {
  const auto plain = [&](std::string_view meta, std::string_view accept) {
    RawClient client(port_);
    EXPECT_TRUE(client.send(call_of("dependencies", R"({"of": "lakes:art_1"})", meta, accept)));
    return client.receive(R"("isError":false)");
  };
  const auto is_one_object = AllOf(HasSubstr("Content-Type: application/json"), Not(HasSubstr("event:")));
  EXPECT_THAT(plain("{}", kBoth), is_one_object);
  EXPECT_THAT(plain(R"({"progressToken": 3})", "application/json"), is_one_object);
  EXPECT_THAT(plain(R"({"progressToken": 3})", "application/json, text/event-stream;q=0"), is_one_object);
}

}  // namespace
}  // namespace treatygraph::server
