#include "graph/analyses.h"

#include <numeric>

#include <gmock/gmock.h>

#include "graph/database.h"
#include "tests/support/drawing.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph {
namespace {

using testing::bytes_of;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr const char* kRiver = "river:art_1 -REFERS_TO-> river:art_2\n";
constexpr const char* kLake = "lake:art_1 -REFERS_TO-> lake:art_2\n";

class AnalysesTest : public ::testing::Test {
 protected:
  void SetUp() override { write(kRiver); }
  void write(const std::string& drawing) {
    const auto written = write_database(path_, testing::records_of(drawing));
    ASSERT_TRUE(written) << written.error().detail;
  }
  [[nodiscard]] Graph open(std::string* notes = nullptr) const {
    return *open_database(path_, {}, Verify::WhenTouched, notes);
  }
  [[nodiscard]] std::string why_check_fails() const {
    const auto checked = check_analyses(path_, open());
    return checked ? "" : checked.error().detail;
  }
  /// Equal shares for all nodes.
  [[nodiscard]] AnalysesToWrite ranked() const {
    const auto count = open().node_count();
    AnalysesToWrite analyses;
    analyses.page_rank = {std::vector<double>(count, 1.0 / static_cast<double>(count)), 7};
    return analyses;
  }

  testing::TemporaryFolder folder_;
  std::filesystem::path path_ = folder_ / "treaties.db";
};

TEST_F(AnalysesTest, are_attached_to_the_graph_that_they_were_made_for) {
  EXPECT_EQ(Analyses::of(open()), nullptr);
  ASSERT_TRUE(write_analyses(path_, open(), ranked()));
  std::string notes;
  const auto graph = open(&notes);
  const auto* analyses = Analyses::of(graph);
  ASSERT_NE(analyses, nullptr);
  EXPECT_EQ(notes, "");
  EXPECT_EQ(analyses->scores(Score::PageRank).size(), graph.node_count());
  EXPECT_EQ(analyses->connections(Score::PageRank), 7U);
  EXPECT_THAT(analyses->scores(Score::Betweenness), IsEmpty());
  EXPECT_THAT(analyses->names(), ElementsAre("rank"));
}

TEST_F(AnalysesTest, are_kept_when_others_are_written) {
  ASSERT_TRUE(write_analyses(path_, open(), ranked()));
  const auto count = open().node_count();
  AnalysesToWrite more;
  more.components = std::vector<std::uint32_t>(count);
  std::iota(more.components->begin(), more.components->end(), 0);
  more.closures = {std::vector<std::uint32_t>(count, 1), std::vector<std::uint32_t>(count, 2)};
  ASSERT_TRUE(write_analyses(path_, open(), more));
  const auto graph = open();
  EXPECT_THAT(Analyses::of(graph)->names(), ElementsAre("rank", "components", "closures"));
  EXPECT_EQ(Analyses::of(graph)->closures(Direction::In).front(), 2U);
  EXPECT_EQ(why_check_fails(), "");
}

TEST_F(AnalysesTest, of_another_snapshot_are_ignored_with_a_message_and_replaced) {
  ASSERT_TRUE(write_analyses(path_, open(), ranked()));
  write(kLake);
  std::string notes;
  EXPECT_EQ(Analyses::of(open(&notes)), nullptr);
  EXPECT_THAT(notes, HasSubstr("treaties.db.analysis was made for another snapshot"));
  EXPECT_THAT(notes, HasSubstr("it is not used; treatygraph-analyze makes it anew"));
  EXPECT_EQ(check_analyses(path_, open()).error().code, ErrorCode::InvalidArgument);
  AnalysesToWrite components;
  components.components = std::vector<std::uint32_t>(open().node_count());
  ASSERT_TRUE(write_analyses(path_, open(), components));
  const auto graph = open();
  EXPECT_THAT(Analyses::of(graph)->names(), ElementsAre("components")) << "nothing of the former snapshot";
}

TEST_F(AnalysesTest, that_are_damaged_anywhere_are_ignored) {
  ASSERT_TRUE(write_analyses(path_, open(), ranked()));
  const auto whole = bytes_of(path_.string() + ".analysis");
  for (std::size_t at = 0; at < whole.size(); at += 7) {
    auto damaged = whole;
    damaged[at] ^= 0x10;
    folder_.write("treaties.db.analysis", damaged);
    const auto graph = open();
    const auto* analyses = Analyses::of(graph);  // the bytes between sections say nothing
    if (analyses == nullptr) continue;
    EXPECT_THAT(analyses->scores(Score::PageRank), Each(1.0 / static_cast<double>(graph.node_count()))) << at;
    EXPECT_EQ(analyses->connections(Score::PageRank), 7U) << at;
  }
  for (const auto& bytes :
       {std::string(), whole.substr(0, whole.size() / 2), whole + "x", bytes_of(path_.string() + ".graph")}) {
    folder_.write("treaties.db.analysis", bytes);
    std::string notes;
    const auto graph = open(&notes);
    EXPECT_EQ(Analyses::of(graph), nullptr);
    EXPECT_THAT(notes, HasSubstr("it is not used"));
  }
}

TEST_F(AnalysesTest, with_values_that_cannot_be_fail_the_check) {
  auto wrong = ranked();
  wrong.page_rank->by_node.front() += 0.5;
  ASSERT_TRUE(write_analyses(path_, open(), wrong));
  EXPECT_THAT(why_check_fails(), HasSubstr("has shares whose sum is 1.5, not 1"));
  wrong = ranked();
  wrong.components = std::vector<std::uint32_t>(open().node_count(), 1);
  ASSERT_TRUE(write_analyses(path_, open(), wrong));
  EXPECT_THAT(why_check_fails(), HasSubstr("components that do not name their first node"));
}

TEST_F(AnalysesTest, of_a_linked_database_are_beside_the_file_that_the_link_leads_to) {
  std::filesystem::create_symlink(path_, folder_ / "link.db");
  EXPECT_EQ(analyses_path(folder_ / "link.db"), path_.string() + ".analysis");
}

}  // namespace
}  // namespace treatygraph
