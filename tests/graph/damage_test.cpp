// Files that are not, or no longer, a treaties.db of ours are refused with a message that says what to do.

#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <sqlite3.h>

#include "graph/database.h"
#include "graph/text_store.h"
#include "tests/support/drawing.h"
#include "tests/support/random_graph.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph {
namespace {

using ::testing::AnyOf;
using testing::bytes_of;
using ::testing::HasSubstr;
using ::testing::Not;
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

/// The complete content of a graph as one list.
std::vector<std::string> answers_of(const Graph& graph) {
  std::vector<std::string> answers = {graph.snapshot()};
  const auto add = [&answers](const Result<std::string>& text) {
    answers.push_back(text ? *text : "error: " + text.error().detail);
  };
  for (std::uint32_t i = 0; i < graph.node_count(); ++i) {
    const NodeId node{i};
    answers.push_back(fmt::format("{} {} {}", graph.key(node), graph.string(node, "heading"), graph.label_set(node)));
    add(graph.text(node));
  }
  for (std::uint32_t i = 0; i < graph.relationship_count(); ++i) {
    const RelationshipId r{i};
    answers.push_back(
        fmt::format("{} {} {}", index_of(graph.type(r)), graph.key(graph.source(r)), graph.key(graph.target(r))));
  }
  for (const auto* words :
       {"party", "lake*", "\"keeps lake\"", "article", "safe*", "scope", "a*", "e*", "7", "nowhere"}) {
    const auto hits = graph.texts().search({{search_terms(words)}, Matching::All, 1'000, [] { return true; }});
    if (!hits) answers.push_back("error: " + hits.error().detail);
    if (!hits) continue;
    for (const auto& hit : *hits) answers.push_back(fmt::format("{} {} {}", words, graph.key(hit.node), hit.score));
  }
  return answers;
}

/// A file that uses every table, and its answers.
class DamagedFile : public ::testing::Test {
 protected:
  DamagedFile() {
    auto records = testing::random_records(11);
    for (std::size_t i = 0; i < records.nodes.size(); ++i) {
      set_property(records.nodes[i].properties, "text", fmt::format("Each Party keeps lake {} safe.", i));
    }
    EXPECT_TRUE(write_database(folder_ / "good.db", records));
    whole_ = bytes_of(folder_ / "good.db");
    answers_ = answers_of(*open_database(folder_ / "good.db"));
  }

  /// Either refused, or all answers are unchanged.
  bool is_refused(const std::string& bytes, const std::string& what) {
    const auto opened = open_database(folder_.write("damaged.db", bytes));
    if (opened) {
      EXPECT_EQ(answers_of(*opened), answers_) << what;
    }
    return !opened;
  }

  testing::TemporaryFolder folder_;
  std::string whole_;
  std::vector<std::string> answers_;
};

TEST_F(DamagedFile, is_refused_at_every_length_that_it_is_cut_to) {
  testing::Random random(3);
  for (int i = 0; i < 200; ++i) {
    const auto length = random.below(whole_.size());
    EXPECT_TRUE(is_refused(whole_.substr(0, length), fmt::format("cut to {}", length))) << length;
  }
}

TEST_F(DamagedFile, is_refused_at_once_where_more_is_appended) {
  EXPECT_TRUE(is_refused(whole_ + "more", "appended"));
  std::filesystem::resize_file(folder_ / "good.db",
                               std::uintmax_t{1} << 40);  // sparse: reading it completely would take hours
  EXPECT_THAT(open_database(folder_ / "good.db").error().detail, HasSubstr("it has 1099511627776 bytes"));
}

TEST_F(DamagedFile, is_none_after_vacuum) {
  for (const auto* sql : {"VACUUM", "PRAGMA page_size=8192; VACUUM"}) {
    run_sql(folder_ / "good.db", sql);
    const auto opened = open_database(folder_ / "good.db");
    ASSERT_TRUE(opened) << opened.error().detail;
    EXPECT_EQ(answers_of(*opened), answers_) << sql;
  }
}

/// Pages of the file by the table or index that they belong to.
std::map<std::string, std::vector<std::size_t>> pages_of(const std::filesystem::path& path) {
  std::map<std::string, std::vector<std::size_t>> pages;
  sqlite3* db = nullptr;
  EXPECT_EQ(sqlite3_open_v2(path.c_str(), &db, SQLITE_OPEN_READONLY, nullptr), SQLITE_OK);
  const auto note = [](void* to, int, char** values, char**) {
    (*static_cast<decltype(pages)*>(to))[values[0]].push_back(std::stoul(values[1]) - 1);
    return 0;
  };
  EXPECT_EQ(sqlite3_exec(db, "SELECT name, pageno FROM dbstat", note, &pages, nullptr), SQLITE_OK)
      << sqlite3_errmsg(db);
  sqlite3_close(db);
  return pages;
}

/// A flipped bit is either refused, or was in unused bytes; then all answers are unchanged.
TEST_F(DamagedFile, never_gives_a_wrong_answer_for_a_flipped_bit_of_any_table) {
  constexpr std::size_t kPage = 4096;
  constexpr std::size_t kFlips = 500;
  const auto pages = pages_of(folder_ / "good.db");
  EXPECT_GE(pages.size(), 12U);
  testing::Random random(2);
  std::size_t refused = 0;
  for (std::size_t flips = 0; flips < kFlips;) {
    for (const auto& [name, of_table] : pages) {
      auto damaged = whole_;
      const auto at = testing::Random(flips).below(of_table.size());
      const auto byte = of_table[at] * kPage + random.below(kPage);
      damaged[byte] = static_cast<char>(damaged[byte] ^ (1 << random.below(8)));
      if (is_refused(damaged, fmt::format("byte {} of {}", byte, name))) ++refused;
      ++flips;
    }
  }
  EXPECT_GT(refused, kFlips / 8) << "most pages of a small file are mostly empty";
}

/// A file changed by `sql` is refused with a short message, and at once.
std::string refusal_after(const std::string& sql) {
  const TemporaryFolder folder;
  good_file(folder);
  run_sql(folder / "good.db", sql);
  const auto opened = open_database(folder / "good.db");
  if (opened) return "";
  EXPECT_EQ(opened.error().code, ErrorCode::Corrupt) << opened.error().detail;
  EXPECT_LT(opened.error().detail.size(), 1'000U) << sql;
  EXPECT_THAT(opened.error().detail, Not(AnyOf(HasSubstr("\n"), HasSubstr("\x1b")))) << sql;
  EXPECT_EQ(read_database(folder / "good.db").error().detail, opened.error().detail) << "check says the same";
  return opened.error().detail;
}

TEST(Damage, of_the_full_text_index_is_noticed) {
  for (const auto* sql : {"INSERT INTO node_words(node_words) VALUES('delete-all')",
                          "INSERT INTO node_words(rowid, text) VALUES(1, 'forged')", "DELETE FROM node_words_docsize",
                          "UPDATE node_words_data SET block = block || x'00' WHERE id = 10",
                          "UPDATE node_words_config SET v = 5", "UPDATE node_words_idx SET pgno = pgno + 2"}) {
    EXPECT_THAT(refusal_after(sql), HasSubstr("build it again")) << sql;
  }
}

TEST(Damage, of_views_and_meta_is_noticed) {
  EXPECT_THAT(refusal_after("DROP VIEW Article"), HasSubstr("its schema or its full-text index"));
  EXPECT_THAT(refusal_after("DROP VIEW Article; CREATE VIEW Article AS SELECT key FROM node"), HasSubstr("its schema"));
  EXPECT_THAT(refusal_after("UPDATE meta SET value = 'x' WHERE name = 'how_to_read'"),
              HasSubstr("does not have the hash"));
}

constexpr const char* kEndless =
    "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n) SELECT i AS id, 'k' || i AS key, '' AS labels, "
    "'node' AS owner, 'a' || i AS name, 'TEXT' AS type, 0 AS from_id, 0 AS to_id, 'x' AS value FROM n";

TEST(HostileFile, with_an_endless_view_for_a_table_is_refused_at_once) {
  for (const std::string table : {"meta", "property", "node", "relationship", "node_words"}) {
    const auto sql = fmt::format("DROP TABLE {0}; CREATE VIEW {0} AS {1}", table, kEndless);
    EXPECT_THAT(refusal_after(sql), HasSubstr("it has no table " + table)) << table;
  }
}

TEST(HostileFile, with_anything_that_runs_is_refused) {
  const std::map<std::string, std::string> cases = {
      {"ALTER TABLE node ADD COLUMN more TEXT AS (hex(zeroblob(100000000)))", "its table node is not made"},
      {"ALTER TABLE relationship ADD COLUMN more TEXT", "its table relationship is not made"},
      {"CREATE TRIGGER t AFTER INSERT ON node BEGIN DELETE FROM node; END", "it has the trigger t"},
      {"CREATE INDEX slow ON node(hex(key))", "it has the index slow"},
      {"CREATE TABLE more(a)", "it has the table more"},
      {"ANALYZE", "it has the table sqlite_stat"},
      {"CREATE VIRTUAL TABLE more USING rtree(id, a, b)", "it has the table more"},
      {"DROP TABLE node_words; CREATE VIRTUAL TABLE node_words USING fts4(text)", "its table node_words is not made"},
      {"DROP TABLE node_words; CREATE VIRTUAL TABLE node_words USING fts5(text, content=node, tokenize=trigram)",
       "its table node_words is not made"},
      {"DROP INDEX relationship_by_to", "it has no index relationship_by_to"},
      {"PRAGMA journal_mode=WAL", "write-ahead"}};
  for (const auto& [sql, message] : cases) EXPECT_THAT(refusal_after(sql), HasSubstr(message)) << sql;
}

TEST(HostileFile, with_megabytes_in_a_value_is_told_of_in_few_words) {
  const std::string big = "replace(hex(zeroblob(2000000)), '00', 'x' || char(27) || char(10))";
  for (const auto* sql :
       {"UPDATE property SET type = {} WHERE name = 'text'", "UPDATE property SET name = {} WHERE name = 'text'",
        "UPDATE node SET key = {} WHERE id = 1", "UPDATE relationship SET type = {} WHERE id = 1",
        "UPDATE meta SET value = {} WHERE name = 'content_hash'"}) {
    EXPECT_THAT(refusal_after(fmt::format(fmt::runtime(sql), big)), HasSubstr("build it again")) << sql;
  }
}

}  // namespace
}  // namespace treatygraph
