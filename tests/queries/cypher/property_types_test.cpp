// Days are dates and lists are lists, what a query will not find is said, and values have their form in JSON.

#include <gmock/gmock.h>

#include "queries/cypher/asking/answer_text.h"
#include "queries/cypher/asking/statement.h"
#include "queries/cypher/values/error_text.h"
#include "tests/queries/cypher/answer_to.h"
#include "tests/support/drawing.h"

namespace treatygraph::queries::cypher {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

const Graph& lakes() {
  static const Graph graph = testing::graph_of(R"(
    treaty:lakes title="Convention on Lakes" aliases="Lakes Convention;LC; Convention of the Lakes" adopted="2024-12-24"
    lakes:art_1__para_1 ordinal=1
    lakes:art_1__para_1 -REFERS_TO-> lakes:art_2 mode=subject_to
    state:VNM name="Viet Nam"
    state:FRA name="France"
    state:NOR name="Norway"
    state:VNM -SIGNED-> treaty:lakes date="2025-10-25"
    state:FRA -SIGNED-> treaty:lakes date="2025-01-02"
    state:NOR -SIGNED-> treaty:lakes date="2026-02"
  )");
  return graph;
}

StatementAnswer answer_of_lakes(const std::string& query, Map parameters = {}) {
  return testing::answer_to(lakes(), {query, std::move(parameters)});
}

std::string json_of(const StatementAnswer& answer, JsonShape shape) {
  std::string text;
  formats::JsonText json(text);
  json.begin_array();
  for (const auto& value : answer.rows[0]) write_value(json, lakes(), value, shape);
  json.end_array();
  return text;
}

TEST(PropertyTypes, are_dates_where_the_day_is_known) {
  const auto answer = answer_of_lakes(
      "MATCH (s:State)-[r:SIGNED]->(t) WHERE r.date > date('2025-06-01') RETURN s.name, r.date, t.adopted.year");
  ASSERT_EQ(answer.rows.size(), 1U);
  EXPECT_EQ(answer.rows[0][0].string(), "Viet Nam");
  EXPECT_TRUE(answer.rows[0][1].is(ValueType::Date));
  EXPECT_EQ(answer.rows[0][2].integer(), 2024);
}

TEST(PropertyTypes, say_which_dates_are_incomplete) {
  EXPECT_THAT(answer_of_lakes("MATCH ()-[r:SIGNED]->() WHERE r.date > date('2025-06-01') RETURN r").warnings,
              Contains(HasSubstr("1 values of date know no day, '2026-02'")));
  const auto types = answer_of_lakes(
      "CALL db.schema.relTypeProperties() YIELD relType, propertyName, propertyTypes WHERE propertyName = 'date' "
      "RETURN "
      "propertyTypes");
  EXPECT_EQ(json_of(types, JsonShape::Neo4j), R"([["Date","String"]])");
}

TEST(PropertyTypes, warn_of_numbers_that_are_compared_with_an_id_because_ids_are_keys) {
  for (const auto* query : {"MATCH (n) WHERE id(n) = 5 RETURN n", "MATCH (n) WHERE 5 = id(n) RETURN n",
                            "MATCH ()-[r]->() WHERE id(r) IN [1, 2] RETURN r"}) {
    EXPECT_THAT(answer_of_lakes(query).warnings, Contains(HasSubstr("elementId(x) ="))) << query;
  }
  EXPECT_THAT(answer_of_lakes("MATCH (n) WHERE id(n) = 'lakes:art_2' RETURN n").warnings, IsEmpty());
}

TEST(PropertyTypes, warn_of_an_order_that_puts_incomplete_dates_last) {
  for (const auto* query :
       {"MATCH ()-[r:SIGNED]->() RETURN r ORDER BY r.date", "MATCH ()-[r:SIGNED]->() RETURN r.date AS day ORDER BY day",
        "MATCH ()-[r:SIGNED]->() WITH r ORDER BY r.date DESC LIMIT 1 RETURN r",
        "MATCH ()-[r:SIGNED]->() RETURN max(r.date)"}) {
    EXPECT_THAT(answer_of_lakes(query).warnings, Contains(HasSubstr("order by toString(x.date)"))) << query;
  }
  EXPECT_THAT(answer_of_lakes("MATCH (t:Treaty) RETURN t ORDER BY t.adopted").warnings, IsEmpty());
  const auto error = ask(lakes(), {"MATCH ()-[r:SIGNED]->() RETURN r.date.year", {}}, Budget());
  ASSERT_FALSE(error);
  EXPECT_THAT(error.error().message, HasSubstr("'2026-02' is a string"));
}

TEST(PropertyTypes, are_lists_where_the_graph_keeps_several) {
  const auto answer = answer_of_lakes("MATCH (t:Treaty) RETURN 'LC' IN t.aliases, t.aliases[2], size(t.aliases)");
  EXPECT_EQ(json_of(answer, JsonShape::Neo4j), R"([true,"Convention of the Lakes",3])");
}

TEST(PropertyTypes, warn_of_comparisons_with_texts) {
  for (const auto* query : {"MATCH ()-[r:SIGNED]->() WHERE r.date > '2025-06-01' RETURN r",
                            "MATCH ()-[r:SIGNED {date: '2025-10-25'}]->() RETURN r",
                            "MATCH ()-[r:SIGNED]->() WHERE r.date STARTS WITH '2025' RETURN r",
                            "MATCH ()-[r:SIGNED]->() WHERE r.date IN ['2025-10-25'] RETURN r"}) {
    EXPECT_THAT(answer_of_lakes(query).warnings, Contains(HasSubstr("write date('2025-10-25')"))) << query;
  }
  EXPECT_THAT(answer_of_lakes("MATCH ()-[r:SIGNED]->() WHERE r.date = $day RETURN r",
                              [] {
                                Map day;
                                day.set("day", "2025-10-25");
                                return day;
                              }())
                  .warnings,
              Contains(HasSubstr("date is a Date")));
  EXPECT_THAT(answer_of_lakes("MATCH (t:Treaty) WHERE t.aliases CONTAINS 'LC' RETURN t").warnings,
              Contains(HasSubstr("aliases is a list")));
  EXPECT_THAT(answer_of_lakes("MATCH (s:State) WHERE s.name = 'France' RETURN s").warnings, IsEmpty());
}

struct Mistake {
  std::string query;
  std::string instead;
};

TEST(ComparisonWarnings, name_the_types_that_never_meet_and_what_to_write) {
  for (const auto& [query, instead] : std::vector<Mistake>{
           {"RETURN date() > '2020-01-01'",
            "a date and a string have no order, and this is null: write "
            "date('2020-01-01') instead of '2020-01-01'"},
           {"RETURN '2020-01-01' <= date()", "write date('2020-01-01') instead of '2020-01-01'"},
           {"RETURN date() = '2020-01-01'", "are never equal: write date('2020-01-01')"},
           {"RETURN date() <> '2020-01-01'", "always differ: write date('2020-01-01')"},
           {"RETURN 1 < datetime() < '2020-01-01T10:00'", "write datetime('2020-01-01T10:00')"},
           {"WITH datetime() AS now RETURN now < '2020-01-01T10:00'", "write localdatetime('2020-01-01T10:00')"},
           {"RETURN date.truncate('year', date()) < '2020'", "write date('2020')"},
           {"RETURN date() > datetime()", "a date and a datetime have no order, and this is null: write date(...)"},
           {"RETURN date() > 2020", "x.year"},
           {"RETURN date() IN ['2020-01-01', '2020-01-02']", "write date('2020-01-01')"},
           {"RETURN CASE date() WHEN '2020-01-01' THEN 1 ELSE 2 END", "write date('2020-01-01')"},
           {"RETURN date() STARTS WITH '2020'", "toString(...)"},
           {"RETURN duration('P1D') < duration('P2D')", "durations have no order"},
           {"RETURN point({x: 1, y: 2}) < point({x: 1, y: 3})", "point.distance(a, b)"},
           {"RETURN size('abc') = '3'", "write 3 instead of '3'"},
           {"RETURN '3' > 2", "write 3 instead of '3'"},
           {"RETURN 1 IN ['1', '2']", "write 1 instead of '1'"},
           {"UNWIND [1, 2] AS x WITH x WHERE x = '1' RETURN x", "write 1 instead of '1'"},
           {"MATCH (a) WHERE a = 'lakes:art_1' RETURN a", "a node and a string are never equal: compare a property"},
           {"MATCH (a) WHERE labels(a) = 'Article' RETURN a", "IN list"},
           {"MATCH (a) WHERE a.key = null RETURN a", "Write IS NULL"},
           {"MATCH (a) WHERE null <> a.key RETURN a", "Write IS NULL"},
           {"MATCH (t:Treaty) WHERE t.adopted > 2020 RETURN t", "x.adopted.year"},
           {"MATCH (t:Treaty {aliases: 5}) RETURN t", "aliases is a list"}}) {
    EXPECT_THAT(answer_of_lakes(query).warnings, Contains(HasSubstr(instead))) << query;
  }
}

TEST(ComparisonWarnings, are_not_of_types_that_may_meet) {
  for (const auto* query :
       {"RETURN 1 = 1.0, 1 < 2.5, 'a' < 'b', true > false, [1] < [2], {a: 1} = {a: 2}, [] = [1]",
        "RETURN date() > date('2020-01-01'), datetime() = datetime(), duration('P1D') = duration('P2D')",
        "WITH date() AS d WHERE d > date('2020-01-01') RETURN d.year > 2020", "RETURN 1 IN [null, '1', 1], 1 IN []",
        "RETURN date() - duration('P1D') < date(), date('2020-01-01').year = 2020",
        "MATCH (a), (b) WHERE a <> b AND a.key IS NULL RETURN a.name = 'x'",
        "UNWIND [1, 'a'] AS x RETURN x = 'a', x = 1", "RETURN head(['a']) = 'a', coalesce(null, 1) = 1"}) {
    EXPECT_THAT(answer_of_lakes(query).warnings,
                Not(Contains(::testing::AnyOf(HasSubstr("null"), HasSubstr("equal"), HasSubstr("differ")))))
        << query;
  }
}

TEST(ComparisonWarnings, follow_the_type_that_a_parameter_has_each_time) {
  const auto with = [](Value day) {
    Map parameters;
    parameters.set("day", std::move(day));
    return answer_of_lakes("RETURN date() > $day", std::move(parameters)).warnings;
  };
  EXPECT_THAT(with(answer_of_lakes("RETURN date('2020-01-01')").rows[0][0]), IsEmpty());
  EXPECT_THAT(with(Value(std::string("2020-01-01"))), Contains(HasSubstr("write date(...) around the string")));
  EXPECT_THAT(with(Value()), IsEmpty());
}

TEST(PropertyTypes, have_their_form_in_each_kind_of_json) {
  const auto answer = answer_of_lakes("MATCH (s {key: 'state:FRA'})-[r:SIGNED]->(t) RETURN r.date, r");
  EXPECT_THAT(json_of(answer, JsonShape::Neo4j), HasSubstr(R"(["2025-01-02",)"));
  EXPECT_THAT(json_of(answer, JsonShape::Neo4jTyped), HasSubstr(R"({"$type":"Date","_value":"2025-01-02"})"));
  EXPECT_THAT(json_of(answer, JsonShape::Own), HasSubstr(R"("date":"2025-01-02")"));
}

TEST(JsonValues, of_points_are_well_known_texts_for_clients_of_neo4j) {
  const auto answer =
      answer_of_lakes("RETURN point({longitude: 12.5, latitude: 55}) AS a, point({x: 1, y: 2, z: 3}) AS b");
  EXPECT_EQ(json_of(answer, JsonShape::Neo4j),
            R"json(["SRID=4326;POINT (12.5 55.0)","SRID=9157;POINT Z (1.0 2.0 3.0)"])json");
  EXPECT_THAT(json_of(answer, JsonShape::Neo4jTyped),
              HasSubstr(R"json({"$type":"Point","_value":"SRID=4326;POINT (12.5 55.0)"})json"));
  EXPECT_THAT(json_of(answer, JsonShape::Own), HasSubstr("point({x: 12.5, y: 55.0, crs: 'wgs-84'})"));
}

TEST(JsonValues, have_names_for_numbers_that_json_has_not) {
  const auto answer = answer_of_lakes("RETURN 0.0 / 0.0 AS a, 1 / 0.0 AS b, -1 / 0.0 AS c, null AS d");
  for (const auto shape : {JsonShape::Own, JsonShape::Neo4j, JsonShape::Neptune}) {
    EXPECT_EQ(json_of(answer, shape), R"(["NaN","Infinity","-Infinity",null])");
  }
}

TEST(PartWarnings, tell_who_asks_an_article_for_what_its_paragraphs_have) {
  for (const auto* query : {"MATCH (a {key: 'lakes:art_1'})-[:REFERS_TO*1..3]->(b) RETURN b",
                            "MATCH (a)-[:REFERS_TO]->(b) WHERE a.key = 'lakes:art_1' RETURN b",
                            "MATCH (b)<-[:REFERS_TO]-(a {key: 'lakes:art_1'}) RETURN b",
                            "MATCH (a {key: 'lakes:art_1'})((x)-[:REFERS_TO]->(y))+(b) RETURN b",
                            "MATCH SHORTEST 1 (a {key: 'lakes:art_1'})-[:REFERS_TO]->+(b) RETURN b"}) {
    const auto answer = answer_of_lakes(query);
    EXPECT_TRUE(answer.rows.empty());
    EXPECT_THAT(answer.warnings, Contains(HasSubstr("CALL treaty.dependencies('lakes:art_1')"))) << query;
  }
  EXPECT_THAT(answer_of_lakes("MATCH (a {key: 'lakes:art_1__para_1'})-[:REFERS_TO]->(b) RETURN b").warnings, IsEmpty());
  EXPECT_THAT(answer_of_lakes("MATCH (a {key: 'lakes:art_1'})-[:REFERS_TO]->(b) RETURN b").warnings,
              Contains(HasSubstr("-[:HAS_PART]->*(part)-[:REFERS_TO]->(b)")));
}

TEST(ZonedTimes, refuse_an_offset_that_the_zone_does_not_have_then) {
  const auto error = ask(lakes(), {"RETURN datetime('2024-07-01T12:00+05:00[Europe/Stockholm]')", {}}, Budget());
  ASSERT_FALSE(error);
  EXPECT_THAT(error.error().message, HasSubstr("+05:00 is not that of Europe/Stockholm at this time, +02:00"));
  EXPECT_EQ(
      answer_of_lakes("RETURN datetime('2024-07-01T12:00+02:00[Europe/Stockholm]').hour AS h").rows[0][0].integer(),
      12);
}

}  // namespace
}  // namespace treatygraph::queries::cypher
