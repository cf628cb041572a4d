// server/run --with-texts: with the texts that can be had, without those that cannot, in a checkout of which the build
// is done already.

#include <filesystem>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "graph/database.h"
#include "tests/ingest/fetch/text_server.h"
#include "tests/support/places.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph {
namespace {

namespace fs = std::filesystem;

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::run;

constexpr std::string_view kText =
    "Article 7\nIllegal access\n\n1. Each State Party shall keep doors shut in accordance with article 6.\n\n2. It may "
    "lock "
    "them.\n\nArticle 24\nConditions\n\nNone.\n";

class WithTexts : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_.write("server/run", testing::bytes_of(fs::path(testing::kSourceFolder) / "server/run"));
    folder_.write(
        "registry.csv",
        fmt::format("slug,title,field,kind,format,languages,address,known,remark\n"
                    "uncc,Convention,crime,text,txt,en,{},seen,\nuncc,Convention,crime,status,xml,en,{},seen,\n",
                    server_.at("/text.txt"), server_.at("/status.xml")));
    script(".ci/setup", "exit 0");
    script("tools/cmake", "exit 0");
    script("build/first/bin/treatygraph-ingest",
           fmt::format("if [ \"$1\" = fetch ]; then set -- \"$@\" --registry {}; fi\nexec {}/treatygraph-ingest \"$@\"",
                       (folder_ / "registry.csv").string(), testing::kProgramsFolder));
    script("build/first/bin/treatygraph-server", "echo \"serving $*\"");
    fs::create_directories(folder_ / "ingest/datasets");
    fs::create_directory_symlink(fs::path(testing::kSourceFolder) / "ingest/datasets/uncc",
                                 folder_ / "ingest/datasets/uncc");
  }

  void script(std::string_view name, std::string_view body) const {
    const auto path = folder_.write(name, fmt::format("#!/usr/bin/env bash\n{}\n", body));
    fs::permissions(path, fs::perms::owner_all);
  }

  [[nodiscard]] testing::Finished start() const {
    const auto* path = std::getenv("PATH");
    return run({"env", fmt::format("PATH={}:{}", (folder_ / "tools").string(), path == nullptr ? "" : path),
                fmt::format("XDG_CACHE_HOME={}", (folder_ / "cache").string()), "bash", folder_ / "server/run",
                "--with-texts", "--port", "8099"});
  }

  testing::TextServer server_;
  testing::TemporaryFolder folder_;
};

TEST_F(WithTexts, fetches_builds_and_serves) {
  server_.serve("/text.txt", {std::string(kText), "text/plain"});
  const auto started = start();
  EXPECT_EQ(started.exit_code, 0) << started.err;
  EXPECT_THAT(started.out, HasSubstr("serving --data"));
  EXPECT_THAT(started.err, AllOf(HasSubstr("leaving out the status of uncc"), HasSubstr("stay as the dataset has them"),
                                 Not(HasSubstr("leaving out the text"))));
  const auto records = read_database(folder_ / "build/first/treaties-with-texts.db");
  ASSERT_TRUE(records) << records.error().detail;
  EXPECT_GT(records->nodes.size(), 1200U);
}

TEST_F(WithTexts, goes_on_without_what_nobody_gives_and_says_what_it_leaves_out) {
  const auto started = start();
  EXPECT_EQ(started.exit_code, 0) << started.err;
  EXPECT_THAT(started.out, HasSubstr("serving --data"));
  EXPECT_THAT(started.err,
              AllOf(HasSubstr("leaving out the text of uncc"), HasSubstr("leaving out the status of uncc")));
}

}  // namespace
}  // namespace treatygraph
