// Limits of a request until the last byte of its answer is written, for every API and format.

#include <chrono>
#include <fstream>
#include <thread>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "graph/memory_account.h"
#include "queries/cypher/asking/row_stream.h"
#include "tests/server/lakes_server.h"
#include "tests/support/sanitizer.h"

namespace treatygraph::server {
namespace {

using ::testing::AnyOf;
using ::testing::HasSubstr;
using namespace std::chrono_literals;

/// A small list whose text form has 2^60 elements.
std::string doubled(std::string_view step, std::string_view end) {
  std::string query = "WITH [1] AS l ";
  for (int i = 0; i < 60; ++i) query += fmt::format("WITH {} AS l ", step);
  return query + std::string(end);
}

std::string body_of(std::string_view name, std::string_view query) {
  return fmt::format("{{\"{}\": \"{}\"}}", name, query);
}

class Limits : public ::testing::Test {
 protected:
  Response post(const std::string& target, std::string body, Headers headers = {}) {
    headers.emplace_back("Content-Type", "application/json");
    const auto begun = std::chrono::steady_clock::now();
    auto response = lakes_.ask("POST", target, std::move(headers), std::move(body));
    EXPECT_LT(std::chrono::steady_clock::now() - begun, 10s) << target;
    return response;
  }

  LakesServer lakes_{{.time = 200ms, .nodes = 100'000, .bytes = 64U * 1024 * 1024}};
};

TEST_F(Limits, hold_while_an_answer_is_written_in_any_format) {
  for (const auto* step : {"[l, l]", "{a: l, b: l}"}) {
    for (const auto* end :
         {"RETURN {x: l} AS x", "UNWIND [l, l] AS x RETURN x", "RETURN collect(l) AS x", "MATCH (n) RETURN n, l"}) {
      const auto query = doubled(step, end);
      for (const auto* format : {"json", "html", "cytoscape", "graphml", "turtle", "dot"}) {
        const auto response = post(fmt::format("/v1/cypher?format={}", format), body_of("query", query));
        EXPECT_EQ(response.status, 503) << format << ": " << query.substr(query.size() - 30);
        EXPECT_LT(response.body.size(), 10'000U);
      }
      for (const auto* format : {"csv", "ndjson"}) {
        const auto response = post(fmt::format("/v1/cypher?format={}", format), body_of("query", query));
        const bool is_whole_answer = response.status == 200 && response.body.find("\"error\"") == std::string::npos;
        EXPECT_FALSE(is_whole_answer) << format << ": " << query.substr(query.size() - 30);
      }
    }
  }
}

TEST_F(Limits, hold_for_the_forms_of_other_products) {
  const auto query = doubled("[l, l]", "RETURN l");
  EXPECT_EQ(post("/db/treatygraph/query/v2", body_of("statement", query)).status, 503);
  EXPECT_EQ(
      post("/db/treatygraph/query/v2", body_of("statement", query), {{"Accept", "application/vnd.neo4j.query"}}).status,
      503);
  EXPECT_EQ(post("/openCypher", body_of("query", query)).status, 503);
}

TEST_F(Limits, say_which_limit_and_how_to_ask_for_less) {
  EXPECT_THAT(post("/v1/cypher", body_of("query", doubled("[l, l]", "RETURN l = l AS x"))).body,
              AllOf(HasSubstr(" ms"), HasSubstr("ask for less")));
  const auto memory = post("/v1/cypher", body_of("query", "RETURN [x IN range(1, 4000000) | [x]] AS l"));
  EXPECT_EQ(memory.status, 503);
  EXPECT_THAT(memory.body, AllOf(HasSubstr("64 MiB"), HasSubstr("ask for less")));
}

TEST_F(Limits, give_the_memory_of_a_request_back) {
  if (testing::kIsSanitized) GTEST_SKIP() << "a sanitizer keeps what is freed";
  const auto resident = [] {
    std::ifstream statm("/proc/self/statm");
    std::size_t all = 0;
    std::size_t pages = 0;
    statm >> all >> pages;
    return pages * 4'096;
  };
  (void)post("/v1/cypher", body_of("query", "RETURN 1 AS one"));
  const auto before = resident();
  for (int i = 0; i < 10; ++i) {
    EXPECT_EQ(post("/v1/cypher", body_of("query", fmt::format("UNWIND range(1, 1000000) AS x RETURN collect('text ' + "
                                                              "x) AS all{}",
                                                              i)))
                  .status,
              503);
  }
  EXPECT_LT(resident(), before + 32U * 1024 * 1024);
}

TEST_F(Limits, refuse_when_the_process_has_reached_its_own) {
  const auto before = process_memory::limit();
  process_memory::set_limit(process_memory::used() + 8U * 1024 * 1024);
  const auto response = post("/v1/cypher", body_of("query", "RETURN size([x IN range(1, 1000000) | x]) AS n"));
  process_memory::set_limit(before);
  EXPECT_EQ(response.status, 503);
  EXPECT_THAT(response.body, HasSubstr("all requests together"));
  EXPECT_EQ(post("/v1/cypher", body_of("query", "RETURN 1 AS one")).status, 200);
}

/// More rows than any client would wait for.
constexpr std::string_view kEndless = "UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y RETURN x, y";

/// A client that reads the first piece of its answer and then nothing.
Response begun(LakesServer& lakes, std::string_view query, std::string_view format, std::atomic<bool>& gone) {
  const Request request{"POST",
                        fmt::format("/v1/cypher?format={}", format),
                        {{"Content-Type", "application/json"}},
                        body_of("query", query),
                        &gone};
  auto response = lakes.service.answer(request);
  std::string piece;
  if (response.source) response.source(piece);
  return response;
}

TEST(RowStreams, of_the_slowest_client_give_way_to_new_ones) {
  LakesServer lakes;
  std::atomic<bool> gone = false;
  std::vector<Response> slow;
  for (std::size_t i = 0; i < queries::cypher::RowStream::kMost; ++i) {
    slow.push_back(begun(lakes, kEndless, i % 2 == 0 ? "ndjson" : "csv", gone));
    ASSERT_EQ(slow.back().status, 200);
  }
  std::this_thread::sleep_for(500ms);  // longer than the server waits for a client while others need memory
  for (int i = 0; i < 3; ++i) {
    const auto answer = lakes.ask("POST", "/v1/cypher?format=csv", {{"Content-Type", "application/json"}},
                                  body_of("query", "UNWIND range(1, 50000) AS x RETURN x"));
    EXPECT_EQ(answer.status, 200);
    EXPECT_THAT(answer.body, HasSubstr("\n50000\r\n"));
  }
  int broken_off = 0;
  int said_why = 0;
  for (auto& response : slow) {
    std::string rest;
    for (int i = 0; i < 5; ++i) {
      if (response.source(rest) != Piece::Failed) continue;
      ++broken_off;
      said_why += rest.find("ClientTooSlow") == std::string::npos ? 0 : 1;
      break;
    }
  }
  EXPECT_EQ(broken_off, 1) << "one made room for three that came one after the other";
  EXPECT_LE(said_why, 1);
}

TEST(RowStreams, are_refused_while_all_clients_read) {
  LakesServer lakes;
  std::atomic<bool> gone = false;
  std::vector<Response> slow;
  for (std::size_t i = 0; i < queries::cypher::RowStream::kMost; ++i)
    slow.push_back(begun(lakes, kEndless, "csv", gone));
  std::string piece;
  for (auto& response : slow) EXPECT_EQ(response.source(piece), Piece::More);
  const auto answer = begun(lakes, kEndless, "csv", gone);
  EXPECT_THAT(answer.status, AnyOf(200, 503)) << "503 unless the first has waited by now";
}

TEST(RowStreams, that_are_stopped_at_any_moment_are_never_taken_for_whole) {
  LakesServer lakes;
  for (int round = 0; round < 150; ++round) {
    std::atomic<bool> gone = false;
    auto response = begun(lakes, kEndless, "csv", gone);
    ASSERT_EQ(response.status, 200);
    const std::jthread stopping([&gone, round] {
      std::this_thread::sleep_for(std::chrono::microseconds(97 * round));
      gone = true;
    });
    std::string rest;
    auto state = Piece::More;
    while (state == Piece::More) {
      rest.clear();
      state = response.source(rest);
    }
    EXPECT_EQ(state, Piece::Failed) << "round " << round;
  }
}
TEST(RowStreams, that_were_cut_are_never_taken_for_whole) {
  LakesServer lakes;
  std::atomic<bool> gone = false;
  // So few rows that the query has ended and only its last pieces wait for the client.
  constexpr std::string_view kFew = "UNWIND range(1, 20000) AS x RETURN x, 'and so on' AS more";
  std::vector<Response> slow;
  for (std::size_t i = 0; i < queries::cypher::RowStream::kMost; ++i)
    slow.push_back(begun(lakes, kFew, "ndjson", gone));
  std::this_thread::sleep_for(500ms);
  (void)begun(lakes, kFew, "ndjson", gone);
  std::size_t whole = 0;
  std::size_t cut = 0;
  for (auto& response : slow) {
    std::string rest;
    auto state = Piece::More;
    while (state == Piece::More) state = response.source(rest);
    const bool has_all = rest.find("\"x\":20000,") != std::string::npos;
    EXPECT_EQ(has_all, state == Piece::Done);
    (has_all ? whole : cut) += 1;
  }
  EXPECT_EQ(cut, 1U);
  EXPECT_EQ(whole, queries::cypher::RowStream::kMost - 1);
}

}  // namespace
}  // namespace treatygraph::server
