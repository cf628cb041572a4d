// What would take all the time, all the memory or all the stack ends in an error that says so, and the next query is
// answered.

#include <gmock/gmock.h>

#include "queries/cypher/statement.h"
#include "tests/support/drawing.h"

namespace treatygraph::queries::cypher {
namespace {

/// Every node refers to every other: paths explode.
const Graph& dense() {
  static const Graph graph = [] {
    std::string drawing;
    for (int i = 1; i <= 14; ++i) {
      for (int j = 1; j <= 14; ++j)
        drawing += "t:art_" + std::to_string(i) + " -REFERS_TO-> t:art_" + std::to_string(j) + "\n";
    }
    return testing::graph_of(drawing);
  }();
  return graph;
}

constexpr std::size_t kMegabyte = 1'000'000;

std::string detail_of(const std::string& query, std::chrono::milliseconds time, std::size_t bytes) {
  Budget::Limits limits;
  limits.time = time;
  limits.bytes = bytes;
  const auto begun = std::chrono::steady_clock::now();
  const auto answer = ask(dense(), {query, {}}, Budget(limits));
  EXPECT_LT(std::chrono::steady_clock::now() - begun, time + std::chrono::seconds(5)) << query.substr(0, 200);
  if (answer) return answer->truncated ? "truncated" : "rows";
  EXPECT_FALSE(answer.error().message.empty());
  return answer.error().detail;
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

TEST(CypherLimits, end_what_takes_too_long) {
  for (const auto* query : {
           "MATCH p = (a)-[*]->(b) RETURN count(p)",
           "MATCH (a)-[:REFERS_TO*1..9]-(b) RETURN count(*)",
           "MATCH (a), (b), (c), (d), (e), (f), (g), (h), (i) RETURN count(*)",
           "UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y RETURN count(*)",
           "MATCH (a) WHERE EXISTS { MATCH (a), (b), (c), (d), (e), (f), (g), (h) WHERE b.key + c.key + d.key + e.key "
           "+ f.key + g.key + h.key = 'x' } RETURN a",
           "RETURN size([x IN range(1, 4000) WHERE all(y IN range(1, 4000) WHERE x + y > 0) | x]) AS n",
       }) {
    EXPECT_EQ(detail_of(query, std::chrono::milliseconds(200), 500 * kMegabyte), "DeadlineExceeded") << query;
  }
}

TEST(CypherLimits, end_what_takes_too_much_memory) {
  for (const auto* query : {
           "RETURN size(reduce(s = 'a', x IN range(1, 60) | s + s)) AS n",
           "RETURN size(reduce(l = [1], x IN range(1, 60) | l + l)) AS n",
           "RETURN size(replace(reduce(s = 'a', x IN range(1, 20) | s + s), 'a', reduce(s = 'b', x IN range(1, 20) | s "
           "+ s))) AS n",
           "RETURN [x IN range(1, 100000) | range(1, 1000)] AS lists",
           "UNWIND range(1, 4000000) AS x RETURN collect(x) AS all",
           "UNWIND range(1, 4000000) AS x RETURN collect('text ' + x) AS all",
           "UNWIND range(1, 4000000) AS x WITH DISTINCT x RETURN count(x) AS n",
           "UNWIND range(1, 4000000) AS x WITH x ORDER BY -x RETURN x",
           "UNWIND range(1, 4000000) AS x RETURN split(reduce(s = ',', y IN range(1, 20) | s + s), ',') AS parts",
       }) {
    const auto detail = detail_of(query, std::chrono::seconds(20), 20 * kMegabyte);
    EXPECT_TRUE(detail == "MemoryLimitExceeded" || detail == "truncated") << query << ": " << detail;
  }
  EXPECT_EQ(detail_of("RETURN range(1, 1000000000000) AS r", std::chrono::seconds(5), 20 * kMegabyte), "ListTooLong");
}

TEST(CypherLimits, end_what_would_fill_the_stack) {
  constexpr std::size_t kMany = 50'000;
  for (const auto& query : {
           "RETURN " + repeated("(", kMany) + "1" + repeated(")", kMany),
           "RETURN " + repeated("[", kMany) + repeated("]", kMany),
           "RETURN " + repeated("NOT ", kMany) + "true",
           "RETURN " + repeated("-", 5'000) + "1",
           "RETURN 1" + repeated(" + 1", kMany),
           "RETURN 1" + repeated(" IS NULL", 20'000),
           "WITH {a: 1} AS x RETURN x" + repeated(".a", kMany),
           "WITH [1] AS x RETURN x" + repeated("[0]", kMany),
           repeated("MATCH (n) ", 20'000) + "RETURN 1",
           "MATCH ()" + repeated("--()", kMany) + " RETURN 1",
           "MATCH (a)" + repeated(", (a)", kMany) + " RETURN 1",
           "RETURN " + repeated("EXISTS { MATCH (n) WHERE ", 1'000) + "true" + repeated(" }", 1'000),
           "RETURN '" + repeated("a", 400'000) + "'",
       }) {
    EXPECT_EQ(detail_of(query, std::chrono::seconds(5), 100 * kMegabyte), "QueryTooComplex") << query.substr(0, 60);
  }
  EXPECT_EQ(detail_of("RETURN size(reduce(l = [], x IN range(1, 1000000) | [l])) AS n", std::chrono::seconds(5),
                      500 * kMegabyte),
            "ValueTooDeep");
}

TEST(CypherLimits, let_pass_what_is_long_but_flat) {
  constexpr std::size_t kMany = 5'000;
  for (const auto& query : {
           "RETURN true" + repeated(" AND true", kMany),
           "RETURN false" + repeated(" OR false", kMany),
           "RETURN size([1" + repeated(", 1", kMany) + "])",
           "RETURN CASE" + repeated(" WHEN false THEN 1", kMany) + " END",
           "RETURN 1 AS a" + repeated(" UNION ALL RETURN 1 AS a", kMany),
       }) {
    EXPECT_EQ(detail_of(query, std::chrono::seconds(20), 100 * kMegabyte), "rows") << query.substr(0, 60);
  }
}

TEST(CypherLimits, count_what_is_given_back) {
  // Each list is dropped before the next: none of them is held against the query.
  EXPECT_EQ(detail_of("UNWIND range(1, 2000) AS x WITH range(1, 10000) AS l RETURN sum(size(l)) AS n",
                      std::chrono::seconds(20), 2 * kMegabyte),
            "rows");
}

TEST(CypherLimits, answer_on_afterwards) {
  const auto answer = ask(dense(), {"MATCH (a:Article) RETURN count(a) AS n", {}}, Budget());
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->rows[0][0].integer(), 14);
}

}  // namespace
}  // namespace treatygraph::queries::cypher
