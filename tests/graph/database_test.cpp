#include "graph/database.h"

#include <algorithm>
#include <random>

#include <gmock/gmock.h>
#include <sqlite3.h>

#include "tests/support/drawing.h"
#include "tests/support/random_graph.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph {
namespace {

using testing::bytes_of;
using ::testing::HasSubstr;
using testing::random_records;
using testing::records_of;
using testing::TemporaryFolder;

void sort_properties(Properties& properties) {
  std::ranges::sort(properties, {}, &Property::name);
}

/// Ignores the order of nodes, relationships and properties, which has no meaning.
GraphRecords sorted(GraphRecords records) {
  for (auto& node : records.nodes) sort_properties(node.properties);
  for (auto& r : records.relationships) sort_properties(r.properties);
  std::ranges::sort(records.nodes, {}, &NodeRecord::key);
  const auto told = [](const RelationshipRecord& r) {
    std::string all = r.type + " " + r.from + " " + r.to;
    for (const auto& property : r.properties) {
      const auto* text = std::get_if<std::string>(&property.value.value);
      all += " " + property.name + "=" + (text != nullptr ? *text : "");
    }
    return all;
  };
  std::ranges::sort(records.relationships, {}, told);
  return records;
}

TEST(Database, gives_back_what_was_written) {
  const TemporaryFolder folder;
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const auto records = random_records(seed);
    const auto written = write_database(folder / "treaties.db", records);
    ASSERT_TRUE(written) << written.error().detail;
    const auto read = read_database(folder / "treaties.db");
    ASSERT_TRUE(read) << read.error().detail;
    const auto expected = sorted(records);
    const auto found = sorted(*read);
    EXPECT_EQ(found.nodes, expected.nodes) << seed;
    EXPECT_EQ(found.relationships, expected.relationships) << seed;
    const auto graph = open_database(folder / "treaties.db");
    ASSERT_TRUE(graph) << graph.error().detail;
    EXPECT_EQ(graph->snapshot(), *written);
  }
}

TEST(Database, has_one_content_hash_whatever_the_order_of_the_records) {
  const TemporaryFolder folder;
  std::mt19937 engine(3);
  auto records = random_records(5);
  const auto first = write_database(folder / "a.db", records);
  std::ranges::shuffle(records.nodes, engine);
  std::ranges::shuffle(records.relationships, engine);
  EXPECT_EQ(*write_database(folder / "b.db", records), *first);
  set_property(records.nodes[0].properties, "heading", "changed");
  EXPECT_NE(*write_database(folder / "c.db", records), *first);
}

TEST(Database, leaves_the_old_file_where_the_new_is_refused) {
  const TemporaryFolder folder;
  const auto path = folder / "treaties.db";
  ASSERT_TRUE(write_database(path, records_of("t:art_1")));
  const auto before = bytes_of(path);
  auto dangling = records_of("t:art_1");
  dangling.relationships.push_back({"REFERS_TO", "t:art_1", "t:art_9", {}});
  EXPECT_THAT(write_database(path, dangling).error().detail, HasSubstr("t:art_9"));
  EXPECT_EQ(bytes_of(path), before);
  EXPECT_FALSE(write_database(folder / "no/such/folder/treaties.db", records_of("t:art_1")));
}

TEST(Database, refuses_a_provision_that_stands_in_two_places_or_in_itself) {
  const TemporaryFolder folder;
  auto twice = records_of("t:art_1__para_1\nt:art_2");
  twice.relationships.push_back({"HAS_PART", "t:art_2", "t:art_1__para_1", {}});
  EXPECT_THAT(write_database(folder / "a.db", twice).error().detail, HasSubstr("t:art_1__para_1"));
  auto ring = records_of("t:art_1__para_1");
  ring.relationships.push_back({"HAS_PART", "t:art_1__para_1", "treaty:t", {}});
  EXPECT_THAT(write_database(folder / "a.db", ring).error().detail, HasSubstr("a part of itself"));
}

std::string first_cell(const std::filesystem::path& path, const std::string& sql) {
  sqlite3* db = nullptr;
  EXPECT_EQ(sqlite3_open_v2(path.c_str(), &db, SQLITE_OPEN_READONLY, nullptr), SQLITE_OK);
  sqlite3_stmt* statement = nullptr;
  EXPECT_EQ(sqlite3_prepare_v2(db, sql.c_str(), -1, &statement, nullptr), SQLITE_OK) << sqlite3_errmsg(db);
  std::string cell;
  if (sqlite3_step(statement) == SQLITE_ROW) {
    cell = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));  // NOLINT: SQLite's own type
  }
  sqlite3_finalize(statement);
  sqlite3_close(db);
  return cell;
}

TEST(Database, is_readable_with_any_sqlite) {
  const TemporaryFolder folder;
  const auto path = folder / "treaties.db";
  ASSERT_TRUE(write_database(path, records_of(R"(
    t:art_1 heading="Scope of things"
    t:art_1 -REFERS_TO-> t:art_2 mode=subject_to
  )")));
  EXPECT_EQ(first_cell(path, "SELECT heading FROM Article WHERE key = 't:art_1'"), "Scope of things");
  EXPECT_EQ(first_cell(path, "SELECT count(*) FROM REFERS_TO"), "1");
  EXPECT_EQ(first_cell(path,
                       "SELECT key FROM node JOIN node_words ON node.id = node_words.rowid "
                       "WHERE node_words MATCH 'things'"),
            "t:art_1");
}

}  // namespace
}  // namespace treatygraph
