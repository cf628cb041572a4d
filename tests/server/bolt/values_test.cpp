// Values of the graph and of parameters in the encoding of each version.

#include <limits>

#include <gmock/gmock.h>

#include "queries/cypher/asking/statement.h"
#include "queries/cypher/functions/functions.h"
#include "server/bolt/value_reader.h"
#include "server/bolt/value_writer.h"
#include "tests/server/bolt/bolt_client.h"
#include "tests/support/drawing.h"

namespace treatygraph::server::bolt {
namespace {

using queries::cypher::Value;
using ::testing::HasSubstr;

const Graph& lakes() {
  static const Graph graph = testing::graph_of(R"(
    treaty:lakes title="On Lakes" adopted=2003-10-31
    lakes:art_1 heading="Scope"
    lakes:art_2 heading="Duties"
    lakes:art_1 -REFERS_TO-> lakes:art_2 mode=refers_to
  )");
  return graph;
}

std::string written(std::string_view expression, Dialect dialect = {}) {
  const auto answer =
      queries::cypher::ask(lakes(), {.text = std::string(expression), .parameters = {}}, queries::Budget());
  if (!answer) return answer.error().message;
  std::string bytes;
  ValueWriter(bytes, lakes(), dialect).write(answer->rows[0][0]);
  PackReader pack(bytes);
  return shown(pack);
}

template <typename Write>
Result<Value> read(Write write) {
  static std::string bytes;
  bytes.clear();
  PackWriter pack(bytes);
  write(pack);
  PackReader reader(bytes);
  return ValueReader(reader).read();
}

/// A structure of numbers, optionally followed by a text.
std::string read_structure(char tag, const std::vector<std::int64_t>& numbers, const char* text = nullptr) {
  const auto value = read([&](PackWriter& pack) {
    pack.structure(tag, numbers.size() + (text != nullptr ? 1 : 0));
    for (const auto number : numbers) pack.integer(number);
    if (text != nullptr) pack.string(text);
  });
  return value ? queries::cypher::text_of(*value) : value.error().detail;
}

constexpr Dialect kOld = {.has_element_ids = false, .counts_in_utc = false};

TEST(BoltValues, of_the_graph_are_structures) {
  EXPECT_EQ(
      written("MATCH (a {key: 'lakes:art_1'}) RETURN a"),
      R"(N(1, ["Article", "Provision"], {"key": "lakes:art_1", "eid": "art_1", "treaty": "lakes", "num": "1", "heading": "Scope"}, "lakes:art_1"))");
  EXPECT_EQ(
      written("MATCH (a {key: 'lakes:art_1'}) RETURN a", kOld),
      R"(N(1, ["Article", "Provision"], {"key": "lakes:art_1", "eid": "art_1", "treaty": "lakes", "num": "1", "heading": "Scope"}))");
  EXPECT_THAT(written("MATCH ()-[r:REFERS_TO]->() RETURN r"),
              HasSubstr(R"(, 1, 2, "REFERS_TO", {"mode": "refers_to"}, "r:)"));
  EXPECT_THAT(written("MATCH ()-[r:REFERS_TO]->() RETURN r"), HasSubstr(R"("lakes:art_1", "lakes:art_2"))"));
  EXPECT_THAT(written("MATCH ()-[r:REFERS_TO]->() RETURN r", kOld), ::testing::EndsWith(R"({"mode": "refers_to"}))"));
}

TEST(BoltValues, of_properties_are_dates_and_lists_as_queries_see_them) {
  EXPECT_THAT(written("MATCH (t:Treaty) RETURN t"), HasSubstr(R"("adopted": D(12356))"));
  EXPECT_EQ(written("MATCH (t:Treaty) RETURN t.adopted"), "D(12356)");
}

TEST(BoltValues, of_paths_say_which_way_each_relationship_runs) {
  EXPECT_THAT(written("MATCH p = ({key: 'lakes:art_1'})-[:REFERS_TO]->() RETURN p"), HasSubstr("[1, 1])"));
  EXPECT_THAT(written("MATCH p = ({key: 'lakes:art_2'})<-[:REFERS_TO]-() RETURN p"), HasSubstr("[-1, 1])"));
  EXPECT_THAT(written("MATCH p = ({key: 'lakes:art_2'}) RETURN p"), HasSubstr("], [], [])"));
}

TEST(BoltValues, of_time_count_from_the_epoch) {
  EXPECT_EQ(written("RETURN date('1969-12-31')"), "D(-1)");
  EXPECT_EQ(written("RETURN localtime('00:00:01')"), "t(1000000000)");
  EXPECT_EQ(written("RETURN time('01:00:00+01:00')"), "T(3600000000000, 3600)");
  EXPECT_EQ(written("RETURN localdatetime('1970-01-02T00:00:00.5')"), "d(86400, 500000000)");
  EXPECT_EQ(written("RETURN datetime('1970-01-01T02:15:00.000000042+01:00')"), "I(4500, 42, 3600)");
  EXPECT_EQ(written("RETURN datetime('1970-01-01T02:15:00.000000042+01:00')", kOld), "F(8100, 42, 3600)");
  EXPECT_EQ(written("RETURN datetime('1970-01-01T02:15:00[Europe/Paris]')"), R"(i(4500, 0, "Europe/Paris"))");
  EXPECT_EQ(written("RETURN datetime('1970-01-01T02:15:00[Europe/Paris]')", kOld), R"(f(8100, 0, "Europe/Paris"))");
  EXPECT_EQ(written("RETURN duration({months: 14, days: -3, seconds: -1, nanoseconds: 5})"), "E(14, -3, -1, 5)");
}

TEST(BoltValues, of_space_have_the_number_of_their_reference_system) {
  EXPECT_EQ(written("RETURN point({x: 1, y: 2.5})"), "X(7203, 1, 2.5)");
  EXPECT_EQ(written("RETURN point({longitude: 1, latitude: 2, height: 3})"), "Y(4979, 1, 2, 3)");
}

TEST(BoltValues, that_are_sent_are_read) {
  EXPECT_EQ(read_structure('D', {-1}), "1969-12-31");
  EXPECT_EQ(read_structure('t', {1'000'000'000}), "00:00:01");
  EXPECT_EQ(read_structure('T', {3'600'000'000'000, 3'600}), "01:00:00+01:00");
  EXPECT_EQ(read_structure('d', {-1, 500'000'000}), "1969-12-31T23:59:59.5");
  EXPECT_EQ(read_structure('I', {4'500, 42, 3'600}), "1970-01-01T02:15:00.000000042+01:00");
  EXPECT_EQ(read_structure('F', {8'100, 42, 3'600}), "1970-01-01T02:15:00.000000042+01:00");
  EXPECT_EQ(read_structure('i', {4'500, 0}, "Europe/Paris"), "1970-01-01T02:15:00+01:00[Europe/Paris]");
  EXPECT_EQ(read_structure('f', {8'100, 0}, "Europe/Paris"), "1970-01-01T02:15:00+01:00[Europe/Paris]");
  EXPECT_EQ(read_structure('E', {1, 2, 3, -1}), "P1M2DT2.999999999S");
}

TEST(BoltValues, read_points_with_integers_for_coordinates) {
  EXPECT_EQ(read_structure('X', {7203, 1, 2}), "point({x: 1.0, y: 2.0, crs: 'cartesian'})");
  EXPECT_EQ(read_structure('Y', {4979, 190, 2, 3}), "point({x: -170.0, y: 2.0, z: 3.0, crs: 'wgs-84-3d'})");
  EXPECT_THAT(read_structure('X', {4979, 1, 2}), HasSubstr("2 coordinates"));
  EXPECT_THAT(read_structure('X', {4326, 1, 91}), HasSubstr("latitude"));
  EXPECT_THAT(read_structure('X', {4326, 1}), HasSubstr("has 2 fields"));
}

TEST(BoltValues, that_do_not_exist_are_refused) {
  constexpr auto kMost = std::numeric_limits<std::int64_t>::max();
  for (const auto& text :
       {read_structure('D', {kMost}), read_structure('t', {-1}), read_structure('t', {86'400'000'000'000}),
        read_structure('T', {0, 100'000}), read_structure('d', {kMost, 0}), read_structure('d', {0, 1'000'000'000}),
        read_structure('I', {kMost, 0, 0}), read_structure('I', {0, 0, 1'000'000}), read_structure('F', {kMost, 0, 0}),
        read_structure('i', {0, 0}, "Europe/Atlantis"), read_structure('E', {0, 0, kMost, 2'000'000'000})}) {
    EXPECT_THAT(text, HasSubstr("does not exist"));
  }
  EXPECT_THAT(read_structure('D', {1, 2}), HasSubstr("has 2 fields"));
}

TEST(BoltValues, that_no_parameter_can_be_are_named) {
  EXPECT_THAT(read_structure('X', {1, 2, 3}), HasSubstr("srid 1"));
  EXPECT_THAT(read_structure('N', {1, 2, 3}), HasSubstr("a node"));
  EXPECT_THAT(read_structure('V', {1, 2}), HasSubstr("a vector"));
  EXPECT_THAT(read_structure('?', {1, 2}), HasSubstr("unknown"));
}

TEST(BoltValues, that_are_no_texts_or_too_deep_are_refused) {
  EXPECT_THAT(read([](PackWriter& pack) { pack.string("\xC3\x28"); }).error().detail, HasSubstr("UTF-8"));
  const auto deep = read([](PackWriter& pack) {
    for (int i = 0; i < 10'000; ++i) pack.list(1);
    pack.null();
  });
  EXPECT_THAT(deep.error().detail, HasSubstr("deeper"));
  const auto twice = read([](PackWriter& pack) {
    pack.map(2);
    pack.entry("a", true);
    pack.entry("a", false);
  });
  EXPECT_THAT(twice.error().detail, HasSubstr("twice"));
}

}  // namespace
}  // namespace treatygraph::server::bolt
