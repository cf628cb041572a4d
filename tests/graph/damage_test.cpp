// What is not, or no longer, a treaties.db that we wrote is refused, in words that tell what to do.

#include <fstream>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <sqlite3.h>

#include "graph/database.h"
#include "tests/support/drawing.h"
#include "tests/support/random_graph.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph {
namespace {

using ::testing::AnyOf;
using testing::bytes_of;
using ::testing::HasSubstr;
using testing::TemporaryFolder;

std::string good_file(const TemporaryFolder& folder) {
  EXPECT_TRUE(write_database(folder / "good.db", testing::random_records(11)));
  return bytes_of(folder / "good.db");
}

void run_sql(const std::filesystem::path& path, const std::string& sql) {
  sqlite3* db = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &db), SQLITE_OK);
  EXPECT_EQ(sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(db);
  sqlite3_close(db);
}

TEST(Damage, missing_empty_and_foreign_files_are_named) {
  const TemporaryFolder folder;
  EXPECT_EQ(open_database(folder / "none.db").error().code, ErrorCode::NotFound);
  EXPECT_EQ(open_database(folder.write("empty.db", "")).error().code, ErrorCode::Corrupt);
  EXPECT_EQ(open_database(folder.write("text.db", "This is a letter.")).error().code, ErrorCode::Corrupt);
  run_sql(folder / "other.db", "CREATE TABLE cat(name); INSERT INTO cat VALUES('Tom')");
  const auto foreign = open_database(folder / "other.db");
  ASSERT_FALSE(foreign);
  EXPECT_THAT(foreign.error().detail, AnyOf(HasSubstr("application id"), HasSubstr("no treaties.db")));
  EXPECT_FALSE(open_database(folder.path()));
}

TEST(Damage, a_newer_layout_asks_for_a_newer_program) {
  const TemporaryFolder folder;
  good_file(folder);
  run_sql(folder / "good.db", fmt::format("PRAGMA user_version = {}", kLayoutVersion + 1));
  EXPECT_THAT(open_database(folder / "good.db").error().detail, HasSubstr("newer treatygraph"));
}

TEST(Damage, a_changed_fact_is_noticed) {
  const TemporaryFolder folder;
  good_file(folder);
  run_sql(folder / "good.db", "UPDATE node SET heading = 'forged' WHERE id = (SELECT min(id) FROM node)");
  const auto opened = open_database(folder / "good.db");
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::Corrupt);
}

TEST(Damage, a_truncated_file_is_refused_at_every_length) {
  const TemporaryFolder folder;
  const auto whole = good_file(folder);
  for (std::size_t length = 0; length < whole.size(); length += whole.size() / 61 + 1) {
    EXPECT_FALSE(open_database(folder.write("cut.db", whole.substr(0, length)))) << length;
  }
}

/// A flipped bit is refused, or was in bytes that hold nothing: then what is read is what was written.
TEST(Damage, a_flipped_bit_never_passes_for_a_fact) {
  const TemporaryFolder folder;
  const auto whole = good_file(folder);
  const auto good = open_database(folder / "good.db");
  testing::Random random(2);
  std::size_t refused = 0;
  for (int i = 0; i < 400; ++i) {
    auto damaged = whole;
    const auto at = random.below(whole.size());
    damaged[at] = static_cast<char>(damaged[at] ^ (1 << random.below(8)));
    const auto opened = open_database(folder.write("damaged.db", damaged));
    if (!opened) {
      ++refused;
      continue;
    }
    EXPECT_EQ(opened->snapshot(), good->snapshot()) << "byte " << at;
    EXPECT_EQ(opened->relationship_count(), good->relationship_count()) << "byte " << at;
  }
  EXPECT_GT(refused, 0U);
}

}  // namespace
}  // namespace treatygraph
