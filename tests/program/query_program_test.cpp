#include <gmock/gmock.h>

#include "graph/database.h"
#include "tests/support/drawing.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph {
namespace {

using ::testing::HasSubstr;
using testing::run;

const std::string kQuery = std::string(TREATYGRAPH_BIN_DIR) + "/treatygraph-query";

class Query : public ::testing::Test {
 protected:
  Query() : data_(folder_ / "treaties.db") {
    EXPECT_TRUE(write_database(data_, testing::records_of(R"(
      t:art_1 heading=Scope
      t:art_1 -REFERS_TO-> t:art_2 mode=subject_to quote="article 2"
    )")));
  }
  testing::Finished ask(std::vector<std::string> words) {
    words.insert(words.begin(), {kQuery, "--data", data_});
    return run(words);
  }
  testing::TemporaryFolder folder_;
  std::string data_;
};

TEST_F(Query, answers_in_tables_and_in_every_format) {
  EXPECT_THAT(ask({"dependencies", "t:art_1"}).out, HasSubstr("t:art_2"));
  EXPECT_THAT(ask({"dependencies", "--of", "t:art_1", "--format", "json"}).out, HasSubstr("\"depth\":1"));
  EXPECT_THAT(ask({"paths", "t:art_1", "t:art_2", "-f", "csv"}).out, HasSubstr("article 2"));
  EXPECT_THAT(ask({"nodes", "--label", "Article", "-f", "ndjson"}).out, HasSubstr("{\"key\":\"t:art_1\""));
}

TEST_F(Query, says_what_is_wrong_and_exits_so) {
  const auto unknown = ask({"node", "t:art_11"});
  EXPECT_EQ(unknown.exit_code, 1);
  EXPECT_THAT(unknown.err, HasSubstr("t:art_1"));
  EXPECT_EQ(ask({"dependence", "t:art_1"}).exit_code, 2);
  EXPECT_EQ(ask({"node", "t:art_1", "--format", "pdf"}).exit_code, 1);
  EXPECT_EQ(run({kQuery, "--data", (folder_ / "none.db").string(), "treaties"}).exit_code, 1);
}

}  // namespace
}  // namespace treatygraph
