// openCypher over a real socket: results too large to hold, answers that break off, queries that are stopped.

#include <algorithm>
#include <chrono>
#include <thread>

#include <gmock/gmock.h>

#include "tests/server/lakes_http.h"

namespace treatygraph::server {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::RawClient;
using ::testing::StartsWith;
using namespace std::chrono_literals;

constexpr std::string_view kEnd = "\r\n0\r\n\r\n";
/// More rows than any client would wait for.
constexpr std::string_view kEndless =
    "UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y RETURN x, y, 'and so on' AS more";

std::string asks(std::string_view query, std::string_view accept) {
  return post("/v1/cypher", "application/json", fmt::format("Accept: {}\r\n", accept),
              fmt::format(R"({{"query": "{}"}})", query));
}

class CypherHttp : public LakesHttp {
 protected:
  /// Waits until the status contains `part`, with a timeout.
  [[nodiscard]] std::string status_with(const std::string& part) const {
    const auto late = std::chrono::steady_clock::now() + 10s;
    std::string status;
    do status = get("/openCypher/status");
    while (status.find(part) == std::string::npos && std::chrono::steady_clock::now() < late);
    return status;
  }
};

TEST_F(CypherHttp, sends_all_rows_however_many) {
  const auto csv = testing::exchange(port_, asks("UNWIND range(1, 150000) AS x RETURN x", "text/csv"));
  EXPECT_THAT(csv, HasSubstr("Transfer-Encoding: chunked"));
  EXPECT_THAT(csv, EndsWith(std::string(kEnd)));
  const auto body = unchunked(csv);
  EXPECT_EQ(std::ranges::count(body, '\n'), 150'001);
  EXPECT_THAT(body, StartsWith("x\r\n1\r\n2\r\n"));
  EXPECT_THAT(body, EndsWith("\r\n150000\r\n"));
  const auto lines =
      unchunked(testing::exchange(port_, asks("UNWIND range(1, 50000) AS x RETURN x", "application/x-ndjson")));
  EXPECT_EQ(std::ranges::count(lines, '\n'), 50'000);
}

TEST_F(CypherHttp, sends_as_many_rows_as_the_client_wants) {
  const auto* const body = R"({"query": "UNWIND range(1, 150000) AS x RETURN x", "max_rows": 120000})";
  const auto csv = testing::exchange(port_, post("/v1/cypher", "application/json", "Accept: text/csv\r\n", body));
  EXPECT_THAT(unchunked(csv), EndsWith("\r\n120000\r\n"));
}

TEST_F(CypherHttp, answers_what_fits_in_one_piece_with_its_length) {
  const auto csv = testing::exchange(port_, asks("RETURN 1 AS x", "text/csv"));
  EXPECT_THAT(csv, HasSubstr("Content-Length: 6\r\n"));
  EXPECT_THAT(csv, EndsWith("x\r\n1\r\n"));
}

TEST_F(CypherHttp, says_in_the_head_of_rows_what_they_cannot_say) {
  constexpr std::string_view kUnknown = "MATCH (n) WHERE n.nosuch = 1 OR true RETURN n.key AS k";
  for (const auto* format : {"text/csv", "application/x-ndjson"}) {
    EXPECT_THAT(testing::exchange(port_, asks(kUnknown, format)),
                HasSubstr("Treatygraph-Warnings: 1; format=json tells them\r\n"))
        << format;
    EXPECT_THAT(testing::exchange(
                    port_, asks("CALL treaty.search('article 1 to 9000') YIELD node RETURN node.key AS k", format)),
                HasSubstr("Treatygraph-Warnings: "))
        << "what a procedure says while it runs: " << format;
  }
  EXPECT_THAT(testing::exchange(port_, asks("RETURN 1 AS x", "text/csv")), Not(HasSubstr("Treatygraph-Warnings: ")));
  const auto* const few = R"({"query": "UNWIND range(1, 9) AS x RETURN x", "max_rows": 3})";
  EXPECT_THAT(testing::exchange(port_, post("/v1/cypher", "application/json", "Accept: text/csv\r\n", few)),
              HasSubstr("Treatygraph-Truncated: the first 3 rows: the limit of this request\r\n"));
  EXPECT_THAT(testing::exchange(port_, post("/v1/cypher", "application/json", "Accept: text/html\r\n", few)),
              HasSubstr("Not whole: the first 3 rows"));
}

TEST_F(CypherHttp, says_in_a_last_line_what_was_not_known_with_the_first) {
  constexpr std::string_view kLate =
      "UNWIND range(1, 20000) AS x WITH x, CASE WHEN x = 20000 THEN 'article 1 to 9000' ELSE "
      "'x' END AS q CALL { WITH q WITH q WHERE q <> 'x' CALL treaty.search(q) YIELD node "
      "RETURN count(*) AS c UNION ALL WITH q WITH q WHERE q = 'x' RETURN 0 AS c } RETURN x, c";
  const auto lines = unchunked(testing::exchange(port_, asks(kLate, "application/x-ndjson")));
  EXPECT_THAT(lines.substr(lines.rfind('\n', lines.size() - 2) + 1), StartsWith(R"({"warnings":[)"));
  const auto* const many = R"({"query": "UNWIND range(1, 90000) AS x RETURN x", "max_rows": 50000})";
  const auto cut = unchunked(
      testing::exchange(port_, post("/v1/cypher", "application/json", "Accept: application/x-ndjson\r\n", many)));
  EXPECT_THAT(cut, EndsWith("{\"x\":50000}\n{\"warnings\":[\"the first 50000 rows: the limit of this request\"]}\n"));
}

TEST_F(CypherHttp, refuses_what_fails_before_its_first_piece) {
  const auto refused = testing::exchange(port_, asks("UNWIND [1, 0] AS x RETURN 1 / x", "text/csv"));
  EXPECT_THAT(refused, StartsWith("HTTP/1.1 400"));
  EXPECT_THAT(refused, HasSubstr("DivisionByZero"));
}

TEST_F(CypherHttp, breaks_off_what_fails_later_and_says_why_where_it_can) {
  constexpr std::string_view kFails = "UNWIND range(100000, 0, -1) AS x RETURN 1 / x AS y";
  const auto lines = testing::exchange(port_, asks(kFails, "application/x-ndjson"));
  EXPECT_THAT(lines, Not(EndsWith(std::string(kEnd))));
  const auto body = unchunked(lines);
  EXPECT_EQ(std::ranges::count(body, '\n'), 100'001);
  EXPECT_THAT(body.substr(body.rfind('\n', body.size() - 2) + 1), StartsWith(R"({"error":{"type":"ArithmeticError")"));
  const auto csv = testing::exchange(port_, asks(kFails, "text/csv"));
  EXPECT_THAT(csv, StartsWith("HTTP/1.1 200"));
  EXPECT_THAT(csv, Not(EndsWith(std::string(kEnd))));
}

TEST_F(CypherHttp, tells_of_a_deadline_in_the_midst_of_the_rows) {
  queries::Budget::Limits limits;
  limits.time = 300ms;
  start(limits);
  const auto answer = testing::exchange(port_, asks(kEndless, "application/x-ndjson"));
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 200"));
  EXPECT_THAT(unchunked(answer), HasSubstr(R"({"error":{"type":"TransientError","detail":"DeadlineExceeded")"));
  EXPECT_THAT(answer, Not(EndsWith(std::string(kEnd))));
}

TEST_F(CypherHttp, tells_of_a_deadline_in_the_midst_of_a_row_after_whole_rows) {
  queries::Budget::Limits limits;
  limits.time = 1s;  // enough for a row on a busy machine
  start(limits);
  constexpr std::string_view kLongRows = "UNWIND range(1, 1000000) AS x RETURN range(1, 5000) AS long";
  const auto rows = unchunked(testing::exchange(port_, asks(kLongRows, "application/x-ndjson")));
  const auto error = rows.find(R"({"error":)");
  ASSERT_NE(error, std::string::npos);
  ASSERT_GT(error, 0U);
  EXPECT_TRUE(std::string_view(rows).substr(0, error).ends_with("4999,5000]}\n"));
  const auto lines = unchunked(testing::exchange(port_, asks(kLongRows, "text/csv")));
  EXPECT_TRUE(lines.ends_with("4999, 5000]\"\r\n"));
}

TEST_F(CypherHttp, sends_rows_while_the_query_runs_and_stops_with_its_client) {
  {
    RawClient client(port_);
    ASSERT_TRUE(client.send(asks(kEndless, "text/csv")));
    EXPECT_THAT(client.receive("1,1000,and so on"), HasSubstr("x,y,more\r\n1,1,and so on\r\n"));
    EXPECT_THAT(status_with("queryId"), HasSubstr("UNWIND range(1, 100000) AS x"));
  }
  EXPECT_THAT(status_with(R"("queries":[])"), HasSubstr(R"("runningQueryCount":0)"));
}

TEST_F(CypherHttp, shows_and_stops_statements_as_Neptune_does) {
  std::string stopped;
  std::jthread client([&] {
    stopped =
        testing::exchange(port_, post("/openCypher", "application/x-www-form-urlencoded", "",
                                      "queryId=mine&query=MATCH+(a)-[*]-(b),(c)-[*]-(d),(e)-[*]-(f)+RETURN+count(*)"));
  });
  const auto status = status_with("mine");
  EXPECT_THAT(status, HasSubstr(R"({"acceptedQueryCount":1,"runningQueryCount":1,"queries":[{"queryId":"mine",)"
                                R"x("queryString":"MATCH (a)-[*]-(b),(c)-[*]-(d),(e)-[*]-(f) RETURN count(*)",)x"
                                R"("queryEvalStats":{"waited":0,"elapsed":)"));
  EXPECT_THAT(get("/openCypher/status?queryId=mine"), HasSubstr(R"({"queryId":"mine","queryString":"MATCH)"));
  EXPECT_THAT(get("/openCypher/status?cancelQuery&queryId=mine"), HasSubstr(R"({"status":"200 OK","payload":true})"));
  client.join();
  EXPECT_THAT(stopped, HasSubstr("CancelledByUserException"));
  EXPECT_THAT(get("/openCypher/status/mine", "DELETE"), HasSubstr("no query mine runs"));
}

}  // namespace
}  // namespace treatygraph::server
