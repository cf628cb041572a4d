// What the language does beyond the TCK, and how it says no.

#include "queries/cypher/asking/engine.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "queries/cypher/asking/answer_text.h"
#include "queries/cypher/asking/statement.h"
#include "queries/cypher/values/error_text.h"
#include "tests/queries/cypher/answer_to.h"
#include "tests/support/drawing.h"

namespace treatygraph::queries::cypher {
namespace {

using testing::answer_to;
using ::testing::ElementsAre;
using testing::graph_of;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

/// art_1 -> art_2 -> art_3 -> art_5, art_1 -> art_4 -> art_5, and art_2 -> art_5.
const Graph& treaty() {
  static const Graph graph = graph_of(R"(
    t:art_1 heading="Scope" weight=1
    t:art_2 heading="Duties" weight=5
    t:art_3 heading="Review" weight=3
    t:art_1 -REFERS_TO-> t:art_2 mode=subject_to
    t:art_2 -REFERS_TO-> t:art_3 mode=refers_to
    t:art_3 -REFERS_TO-> t:art_5 mode=refers_to
    t:art_1 -REFERS_TO-> t:art_4 mode=refers_to
    t:art_4 -REFERS_TO-> t:art_5 mode=refers_to
    t:art_2 -REFERS_TO-> t:art_5 mode=except
    t:art_5 -REFERS_TO-> t:art_5 mode=refers_to
  )");
  return graph;
}

StatementAnswer answer_to(const std::string& query, Map parameters = {}) {
  return answer_to(treaty(), {query, std::move(parameters)});
}

/// The rows as CSV without its head, '|' between lines.
std::string rows_of(const std::string& query, Map parameters = {}) {
  auto text = formats::to_csv(rows_as_table(treaty(), answer_to(query, std::move(parameters))));
  text.erase(0, text.find('\n') + 1);
  std::string line;
  for (const char c : text) {
    if (c == '\n') line += '|';
    if (c != '\n' && c != '\r') line += c;
  }
  return line;
}

std::string plan_of(const std::string& query) {
  const auto answer = answer_to(query);
  return answer.plan ? plan_text(*answer.plan) : std::string();
}

CypherError error_of(const std::string& query, Budget budget = Budget()) {
  const auto answer = ask(treaty(), {query, {}}, budget);
  EXPECT_FALSE(answer) << query;
  return answer ? CypherError() : answer.error();
}

TEST(Cypher, starts_from_keys) {
  EXPECT_EQ(rows_of("MATCH (a {key: 't:art_1'})-[:REFERS_TO]->(b) RETURN b.key ORDER BY b.key"), "t:art_2|t:art_4|");
  EXPECT_THAT(plan_of("EXPLAIN MATCH (a)-->(b) WHERE b.key = 't:art_5' RETURN a"), HasSubstr("NodeByKey (b)"));
}

TEST(Cypher, starts_from_what_a_property_is_equal_to) {
  EXPECT_THAT(plan_of("EXPLAIN MATCH (a)-->(b {heading: 'Duties'}) RETURN a"), HasSubstr("NodesByProperty (b)"));
  EXPECT_THAT(plan_of("EXPLAIN MATCH (a:Article)-->(b) WHERE b.weight > 1 RETURN a"), Not(HasSubstr("ByProperty")));
  EXPECT_THAT(plan_of("EXPLAIN MATCH (a:Article) WHERE a.text = 'x' RETURN a"), Not(HasSubstr("ByProperty")));
  EXPECT_EQ(rows_of("MATCH (a) WHERE a.weight = 5.0 RETURN a.key"), "t:art_2|");
  EXPECT_EQ(rows_of("MATCH (a:Article) WHERE 'Scope' = a.heading RETURN a.key"), "t:art_1|");
  EXPECT_EQ(rows_of("MATCH (a:Treaty {heading: 'Scope'}) RETURN a.key"), "");
  EXPECT_EQ(rows_of("MATCH (a {weight: null}) RETURN a.key"), "");
  EXPECT_EQ(rows_of("MATCH (a:Article {weight: [1]}) RETURN a.key"), "");
}

TEST(Cypher, says_that_what_looks_like_a_number_is_a_string) {
  auto records = testing::records_of("t:art_24");
  for (auto& node : records.nodes) node.properties.push_back({"num", std::string("24")});
  const auto graph = testing::graph_of(std::move(records));
  const auto answer = ask(graph, {"MATCH (a {num: 24}) RETURN a", {}}, Budget());
  ASSERT_TRUE(answer);
  EXPECT_THAT(answer->warnings, ::testing::Contains(HasSubstr("write '24'")));
}

TEST(Cypher, counts_hops_without_making_rows_of_them) {
  EXPECT_THAT(plan_of("EXPLAIN MATCH (a:Article)<-[r:REFERS_TO]-(b) RETURN a, count(r)"), HasSubstr("CountHops"));
  EXPECT_THAT(plan_of("EXPLAIN MATCH (a:Article)-[:REFERS_TO*1..3]->(b) RETURN a, count(*)"), HasSubstr("CountPaths"));
  EXPECT_THAT(plan_of("EXPLAIN MATCH (a:Article)-[:REFERS_TO]->(b) RETURN a, count(b.heading)"),
              Not(HasSubstr("CountHops")));
  EXPECT_THAT(plan_of("EXPLAIN MATCH (a:Article)-[:REFERS_TO]->(b) RETURN a, count(*), collect(b)"),
              Not(HasSubstr("CountHops")));
  EXPECT_THAT(plan_of("EXPLAIN MATCH (a:Article)-[:REFERS_TO]->(b) RETURN b, sum(a.weight)"),
              Not(HasSubstr("CountHops")));
}

/// The same asked with WITH between, where nothing is looked up.
TEST(Cypher, finds_by_property_what_a_scan_finds) {
  for (const auto* value :
       {"1", "1.0", "5", "'Scope'", "'scope'", "true", "null", "[1]", "date('2024-12-24')", "0/1"}) {
    for (const auto* property : {"weight", "heading"}) {
      const auto found = rows_of(fmt::format("MATCH (a) WHERE a.{} = {} RETURN a.key", property, value));
      EXPECT_EQ(found, rows_of(fmt::format("MATCH (a) WITH a WHERE a.{} = {} RETURN a.key", property, value)));
      EXPECT_EQ(found, rows_of(fmt::format("UNWIND [{}] AS v MATCH (a {{{}: v}}) RETURN a.key", value, property)));
    }
  }
  const auto joined = rows_of("MATCH (a), (b) WHERE a.weight = b.weight RETURN a.key, b.key");
  EXPECT_EQ(joined, rows_of("MATCH (a) MATCH (b) WITH a, b WHERE a.weight = b.weight RETURN a.key, b.key"));
}

TEST(Cypher, finds_shortest_paths) {
  EXPECT_EQ(
      rows_of("MATCH p = shortestPath((a {key: 't:art_1'})-[:REFERS_TO*]->(b {key: 't:art_5'})) RETURN length(p)"),
      "2|");
  EXPECT_EQ(rows_of("MATCH p = allShortestPaths((a {key: 't:art_1'})-[:REFERS_TO*]->(b {key: 't:art_5'})) "
                    "RETURN [n IN nodes(p) | n.key][1] AS by ORDER BY by"),
            "t:art_2|t:art_4|");
  EXPECT_EQ(rows_of("MATCH p = shortestPath((a {key: 't:art_1'})-[:REFERS_TO*..1]->(b {key: 't:art_5'})) RETURN p"),
            "");
  EXPECT_EQ(
      rows_of("MATCH p = shortestPath((b {key: 't:art_5'})<-[:REFERS_TO*]-(a {key: 't:art_1'})) RETURN length(p)"),
      "2|");
}

TEST(Cypher, matches_regular_expressions_whole_and_in_linear_time) {
  EXPECT_EQ(rows_of("MATCH (a:Article) WHERE a.heading =~ '(?i)s.*e' RETURN a.heading"), "Scope|");
  EXPECT_EQ(rows_of("RETURN 'aaa' =~ 'aa' AS part"), "false|");
  EXPECT_EQ(error_of("RETURN 'a' =~ '(?=a)'").detail, "InvalidRegularExpression");
  EXPECT_EQ(rows_of("RETURN 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab' =~ '(a*)*c' AS hit"), "false|");
}

TEST(Cypher, runs_subqueries) {
  EXPECT_EQ(rows_of("MATCH (a:Article) CALL { WITH a MATCH (a)-->(b) RETURN count(b) AS n } RETURN sum(n) AS all"),
            "7|");
  EXPECT_EQ(rows_of("MATCH (a:Article) WHERE EXISTS { (a)-[:REFERS_TO {mode: 'except'}]->() } RETURN a.key"),
            "t:art_2|");
  EXPECT_EQ(rows_of("MATCH (a:Article) RETURN a.key AS k, COUNT { (a)-->() } AS n ORDER BY n DESC, k LIMIT 2"),
            "t:art_1,2|t:art_2,2|");
  EXPECT_EQ(
      rows_of("MATCH (a {key: 't:art_1'}) RETURN COLLECT { MATCH (a)-->(b) RETURN b.key ORDER BY b.key } AS keys"),
      "\"[t:art_2, t:art_4]\"|");
  EXPECT_EQ(rows_of("CALL { RETURN 1 AS x UNION RETURN 2 AS x } RETURN x ORDER BY x"), "1|2|");
}

TEST(Cypher, projects_maps) {
  EXPECT_EQ(rows_of("MATCH (a {key: 't:art_1'}) RETURN a {.heading, twice: a.weight * 2} AS m"),
            "\"{\"\"heading\"\":\"\"Scope\"\",\"\"twice\"\":2}\"|");
}

TEST(Cypher, keeps_the_best_of_an_order_with_a_limit) {
  EXPECT_EQ(rows_of("UNWIND range(1, 1000) AS x RETURN x ORDER BY x % 7 DESC, x SKIP 1 LIMIT 3"), "13|20|27|");
  EXPECT_EQ(rows_of("UNWIND range(1, 10) AS x RETURN x ORDER BY x LIMIT 0"), "");
}

TEST(Cypher, takes_parameters_of_every_type_in_every_place) {
  Map parameters;
  parameters.set("keys", ValueList{"t:art_1", "t:art_2"});
  parameters.set("match", [] {
    Map map;
    map.set("heading", "Duties");
    return map;
  }());
  parameters.set("n", 1);
  EXPECT_EQ(rows_of("MATCH (a:Article {heading: $match.heading}) WHERE a.key IN $keys RETURN a.key SKIP 0 LIMIT $n",
                    parameters),
            "t:art_2|");
}

TEST(Cypher, asks_the_questions_of_the_catalogue) {
  EXPECT_EQ(
      rows_of("CALL treaty.dependencies('t:art_1') YIELD node, depth RETURN node.key, depth ORDER BY depth, node.key"),
      "t:art_2,1|t:art_4,1|t:art_3,2|t:art_5,2|");
  EXPECT_EQ(
      rows_of("MATCH (a {key: 't:art_2'}) CALL treaty.dependencies(a, {direction: 'in'}) YIELD node RETURN node.key"),
      "t:art_1|");
  EXPECT_EQ(rows_of("CALL treaty.cite('art. 3') YIELD node RETURN node.key"), "t:art_3|");
  EXPECT_THAT(rows_of("CALL dbms.procedures() YIELD name RETURN name"), HasSubstr("treaty.paths"));
  EXPECT_THAT(error_of("CALL treaty.dependencies('t:art_9')").message, HasSubstr("t:art_9"));
  EXPECT_THAT(error_of("CALL treaty.dependecies('t:art_1')").message, HasSubstr("did you mean treaty.dependencies?"));
}

TEST(Cypher, goes_on_into_divisions_where_a_procedure_is_asked_to) {
  static const auto graph = testing::graph_of(R"(
    treaty:t title="Treaty on Searches"
    t:chp_V__art_44 -GRANTS-> t:power.search
    t:chp_V__art_44 -REFERS_TO-> t:chp_V mode=in_accordance_with quote="other provisions of this chapter"
    t:chp_V__art_37 -PROVIDES-> t:safeguard.of-persons-sought
  )");
  const auto reach = [](const std::string& options) {
    const auto answer =
        ask(graph, {"CALL treaty.coverage(['Power'], ['Safeguard'], " + options + ") YIELD reach RETURN reach", {}},
            Budget());
    EXPECT_TRUE(answer) << (answer ? "" : answer.error().message);
    return answer && answer->rows.size() == 1 ? std::string(answer->rows[0][0].string()) : "no row";
  };
  EXPECT_EQ(reach("{}"), "none");
  EXPECT_EQ(reach("{into: 'divisions'}"), "reference");
}

TEST(Cypher, shows_the_place_of_an_error_and_the_nearest_name) {
  const std::string query = "MATCH (article:Article)\nRETURN articel.heading";
  EXPECT_EQ(explain(error_of(query), query),
            "SyntaxError (UndefinedVariable): `articel` is not defined; did you mean `article`?\n"
            "line 2, column 8\n  RETURN articel.heading\n         ^^^^^^^");
  EXPECT_THAT(error_of("RETURN toUper('a')").message, HasSubstr("did you mean toUpper()?"));
  EXPECT_THAT(answer_to("MATCH (a:Artcle) RETURN a").warnings, ElementsAre(HasSubstr("did you mean Article?")));
  EXPECT_THAT(error_of("MATCH (a RETURN a").message, HasSubstr("found `RETURN`; expected )"));
}

TEST(Cypher, refuses_to_write_before_anything_runs) {
  for (const auto* query : {"CREATE (n)", "MATCH (n) SET n.x = 1", "MATCH (n) DETACH DELETE n", "MERGE (n)",
                            "MATCH (n) REMOVE n.x", "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
                            "MATCH (n) CALL { CREATE (m) RETURN m } RETURN n", "RETURN EXISTS { CREATE (n) }"}) {
    EXPECT_EQ(error_of(query).detail, "WritingRefused") << query;
  }
}

TEST(Cypher, ends_what_would_not_end) {
  Budget::Limits limits;
  limits.time = std::chrono::milliseconds(50);
  EXPECT_EQ(error_of("MATCH (a), (b), (c), (d), (e), (f), (g), (h), (i), (j), (k), (l) RETURN count(*)", Budget(limits))
                .detail,
            "DeadlineExceeded");
  EXPECT_EQ(
      error_of("UNWIND range(1, 4000000) AS x UNWIND range(1, 4000000) AS y RETURN count(x)", Budget(limits)).detail,
      "DeadlineExceeded");
  limits.time = std::chrono::seconds(20);
  limits.bytes = 1'000'000;
  EXPECT_EQ(error_of("UNWIND range(1, 100000) AS x RETURN collect(x)", Budget(limits)).detail, "MemoryLimitExceeded");
  EXPECT_EQ(error_of("UNWIND range(1, 100000) AS x WITH x ORDER BY -x RETURN x", Budget(limits)).detail,
            "MemoryLimitExceeded");
  EXPECT_EQ(error_of("RETURN range(1, 1000000000000)").detail, "ListTooLong");
  EXPECT_EQ(error_of("RETURN " + std::string(5000, '(') + "1" + std::string(5000, ')')).detail, "QueryTooComplex");
  EXPECT_EQ(error_of("RETURN " + std::string(5000, '[') + std::string(5000, ']')).detail, "QueryTooComplex");
  std::string nots = "RETURN ";
  for (int i = 0; i < 5000; ++i) nots += "NOT ";
  EXPECT_EQ(error_of(nots + "true").detail, "QueryTooComplex");
}

TEST(Cypher, refuses_numbers_that_are_too_large_and_takes_those_that_are_too_small) {
  EXPECT_EQ(error_of("RETURN 1e220201").detail, "FloatingPointOverflow");
  EXPECT_EQ(error_of("RETURN -1.5e400").detail, "FloatingPointOverflow");
  EXPECT_EQ(rows_of("RETURN 1e-400 AS tiny"), rows_of("RETURN 0.0 AS tiny"));
}

TEST(Cypher, stops_for_who_no_longer_waits) {
  const std::atomic<bool> gone = true;
  EXPECT_EQ(error_of("UNWIND range(1, 4000000) AS x RETURN count(x)", Budget({}, &gone)).detail, "Cancelled");
}

TEST(Cypher, does_not_walk_what_a_limit_throws_away) {
  Budget::Limits limits;
  limits.time = std::chrono::milliseconds(2000);
  const auto answer =
      ask(treaty(), {"MATCH (a), (b), (c), (d), (e), (f), (g), (h), (i), (j), (k), (l) RETURN 1 AS one LIMIT 3", {}},
          Budget(limits));
  ASSERT_TRUE(answer);
  EXPECT_THAT(answer->rows, SizeIs(3));
}

TEST(Cypher, says_when_an_answer_is_not_whole) {
  const auto answer = ask(treaty(), {"UNWIND range(1, 10) AS x RETURN x", {}, 4}, Budget());
  ASSERT_TRUE(answer);
  EXPECT_THAT(answer->rows, SizeIs(4));
  EXPECT_TRUE(answer->truncated);
}

/// 120 articles called "Duties", each referring to the next.
const Graph& long_treaty() {
  static const Graph graph = [] {
    std::string drawing;
    for (int i = 1; i <= 120; ++i) drawing += fmt::format("t:art_{} heading=\"Duties\" weight=1\n", i);
    for (int i = 1; i < 120; ++i) drawing += fmt::format("t:art_{} -REFERS_TO-> t:art_{} mode=refers_to\n", i, i + 1);
    return graph_of(drawing);
  }();
  return graph;
}

TEST(Cypher, counts_all_that_a_procedure_finds) {
  for (const auto* call : {"treaty.search('duties')", "treaty.rank({label: 'Article'})"}) {
    const auto answer =
        ask(long_treaty(), {fmt::format("CALL {} YIELD node RETURN count(node) AS n", call), {}}, Budget());
    ASSERT_TRUE(answer) << call;
    EXPECT_EQ(answer->rows[0][0].integer(), 120) << call;
  }
}

TEST(Cypher, tells_what_the_questions_of_its_procedures_say_besides_their_rows) {
  const auto graph = graph_of(
      "treaty:lakes title=\"Treaty on Lakes\" loaded=true\n"
      "lakes:art_1 -REFERS_TO-> treaty:seas\n"
      "treaty:seas title=\"Treaty on Seas\" loaded=false\n");
  const auto answer = ask(graph,
                          {"UNWIND range(1, 3) AS i CALL treaty.dependencies('treaty:seas') YIELD node "
                           "RETURN count(node) AS n",
                           {}},
                          Budget());
  ASSERT_TRUE(answer) << answer.error().message;
  EXPECT_THAT(answer->warnings, ElementsAre(HasSubstr("seas is cited and not loaded")));
}

TEST(Cypher, refuses_a_part_of_what_a_procedure_finds_unless_the_part_is_asked_for) {
  const auto rows = [](const std::string& options, Budget::Limits limits) {
    return ask(long_treaty(),
               {fmt::format("CALL treaty.dependencies('t:art_1', {}) YIELD node RETURN count(*) AS n", options), {}},
               Budget(limits));
  };
  Budget::Limits few;
  few.nodes = 50;
  const auto part = rows("{}", few);
  ASSERT_FALSE(part);
  EXPECT_THAT(part.error().message, HasSubstr("50"));
  EXPECT_FALSE(rows("{limit: 100000000}", few));
  const auto asked_for = rows("{limit: 10}", few);
  ASSERT_TRUE(asked_for);
  EXPECT_LE(asked_for->rows[0][0].integer(), 10);
}

TEST(Cypher, answers_the_same_from_a_plan_that_is_kept) {
  for (int i = 0; i < 3; ++i) {
    Map parameters;
    parameters.set("n", i);
    EXPECT_EQ(rows_of("UNWIND range(0, 2) AS x WITH x WHERE x = $n RETURN x", parameters), std::to_string(i) + "|");
  }
}

TEST(JsonParameters, are_what_json_says) {
  const auto value = value_of_json(R"({"a": [1, -2.5, "x\u00e9\n", true, null], "b": {}})");
  ASSERT_TRUE(value);
  EXPECT_EQ(value->map().find("a")->list()[1].floating(), -2.5);
  EXPECT_EQ(value->map().find("a")->list()[2].string(), "x\xC3\xA9\n");
  for (const auto* wrong : {"{a: 1}", "[1,]", "1 2", "rand()", "", "{\"a\" 1}", "$x"})
    EXPECT_FALSE(value_of_json(wrong)) << wrong;
}

}  // namespace
}  // namespace treatygraph::queries::cypher
