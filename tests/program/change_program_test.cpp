// treatygraph-ingest add, remove and update, as a user runs them, and killed at any moment.

#include <csignal>
#include <filesystem>
#include <string>
#include <thread>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "graph/database.h"
#include "tests/program/programs.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph {
namespace {

using ::testing::AllOf;
using ::testing::AnyOf;
using ::testing::HasSubstr;
using testing::kIngest;

class ChangeProgram : public ::testing::Test {
 protected:
  void SetUp() override {
    write("lakes", "Convention on Lakes", 1);
    write("rivers", "Convention on Rivers", 1);
    ASSERT_EQ(ingest({"build", "--out", data_, path("lakes")}).exit_code, 0);
  }

  [[nodiscard]] std::string path(std::string_view name) const {
    return (folder_ / fmt::format("{}.txt", name)).string();
  }

  void write(std::string_view name, std::string_view title, int articles) const {
    auto text = fmt::format("{}\n\nThe Parties have agreed as follows:\n\n", title);
    for (int i = 1; i <= articles; ++i) text += fmt::format("Article {}\nMatter\n\nThis is matter {}.\n\n", i, i);
    folder_.write(fmt::format("{}.txt", name), text);
  }

  static testing::Finished ingest(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), kIngest);
    return testing::run(arguments);
  }

  [[nodiscard]] std::string snapshot() const {
    const auto graph = open_database(data_);
    EXPECT_TRUE(graph) << graph.error().detail;
    return graph ? std::string(graph->snapshot()) : "";
  }

  testing::TemporaryFolder folder_;
  std::string data_ = (folder_ / "treaties.db").string();
};

TEST_F(ChangeProgram, adds_updates_and_removes) {
  const auto first = snapshot();
  const auto added = ingest({"add", data_, path("rivers")});
  EXPECT_EQ(added.exit_code, 0) << added.err;
  EXPECT_THAT(added.out, AllOf(HasSubstr("nodes"), HasSubstr(snapshot())));
  write("rivers", "Convention on Rivers", 3);
  EXPECT_EQ(ingest({"update", data_, "rivers"}).exit_code, 0);
  EXPECT_NE(snapshot(), first);
  EXPECT_EQ(ingest({"remove", data_, "rivers"}).exit_code, 0);
  EXPECT_EQ(snapshot(), first);
  EXPECT_EQ(ingest({"check", data_}).exit_code, 0);
}

TEST_F(ChangeProgram, an_error_is_one_message_with_the_remedy) {
  const auto unknown = ingest({"remove", data_, "lake"});
  EXPECT_EQ(unknown.exit_code, 1);
  EXPECT_THAT(unknown.err, AllOf(HasSubstr("lakes"), HasSubstr("was not changed")));
  const auto twice = ingest({"add", data_, "lakes=" + path("rivers")});
  EXPECT_EQ(twice.exit_code, 1);
  EXPECT_THAT(twice.err, HasSubstr("treatygraph-ingest update"));
  std::filesystem::remove(data_ + ".sources");
  const auto bare = ingest({"add", data_, path("rivers")});
  EXPECT_EQ(bare.exit_code, 1);
  EXPECT_THAT(bare.err, AllOf(HasSubstr("treaties.db.sources"), HasSubstr("treatygraph-ingest build")));
}

TEST_F(ChangeProgram, killed_at_any_moment_leaves_the_old_file_or_the_new_one) {
  constexpr int kArticles = 300;
  write("lakes", "Convention on Lakes", kArticles);
  ASSERT_EQ(ingest({"update", data_, "lakes"}).exit_code, 0);
  const auto without = snapshot();
  ASSERT_EQ(ingest({"add", data_, path("rivers")}).exit_code, 0);
  const auto with = snapshot();
  for (int milliseconds = 1; milliseconds < 800; milliseconds += 1 + milliseconds / 3) {
    const bool adds = snapshot() == without;
    testing::Process process(adds ? std::vector{kIngest, std::string("add"), data_, path("rivers")}
                                  : std::vector{kIngest, std::string("remove"), data_, std::string("rivers")});
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
    process.send_signal(SIGKILL);
    process.wait();
    EXPECT_THAT(snapshot(), AnyOf(with, without)) << milliseconds;
    EXPECT_EQ(ingest({"update", data_, "lakes"}).exit_code, 0) << milliseconds;
    EXPECT_THAT(snapshot(), AnyOf(with, without)) << milliseconds;
  }
  for (const auto& entry : std::filesystem::directory_iterator(folder_.path())) {
    EXPECT_THAT(entry.path().filename().string(), ::testing::Not(HasSubstr("building")));
  }
}

}  // namespace
}  // namespace treatygraph
