// mpirun treatygraph-ingest build: the same graph as without mpirun, whatever happens to ranks and documents.

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <thread>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "tests/support/mpirun.h"
#include "tests/support/places.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph {
namespace {

namespace fs = std::filesystem;
using testing::Finished;
using ::testing::HasSubstr;
using testing::Process;
using testing::run;

const std::string kIngest = std::string(testing::kProgramsFolder) + "/treatygraph-ingest";

/// An invented treaty whose articles refer to each other.
std::string treaty(int number, int articles) {
  auto text = fmt::format("Treaty on Lakes of Region {}\n\n", number);
  for (int i = 1; i <= articles; ++i) {
    text += fmt::format(
        "Article {}\nLakes of kind {}\n\n1. Each Party shall protect lakes in accordance with article {}.\n\n"
        "2. Subject to article {}, paragraph 1, the Parties shall cooperate.\n\n",
        i, i, 1 + (i * 7) % articles, 1 + (i * 3) % articles);
  }
  return text;
}

/// "snapshot 12ab...": empty if nothing was built.
std::string snapshot_in(const std::string& out) {
  const auto at = out.find("snapshot ");
  return at == std::string::npos ? "" : out.substr(at, 9 + 64);
}

std::string contents(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The parent of a process; 0 if there is no such process.
pid_t parent_of(pid_t process) {
  const auto stat = contents(fmt::format("/proc/{}/stat", process));
  const auto after_name = stat.rfind(')');
  if (after_name == std::string::npos) return 0;
  std::istringstream fields(stat.substr(after_name + 1));
  char state = 0;
  pid_t parent = 0;
  fields >> state >> parent;
  return parent;
}

std::vector<pid_t> processes() {
  std::vector<pid_t> all;
  for (const auto& entry : fs::directory_iterator("/proc")) {
    const auto name = entry.path().filename().string();
    if (std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; })) all.push_back(std::stoi(name));
  }
  return all;
}

/// The process of a rank of the build that writes `out`, while it reads a document in a child.
std::optional<pid_t> reading_rank(int rank, const std::string& out) {
  const auto all = processes();
  for (const auto process : all) {
    const auto has = [process](const char* file, const std::string& words) {
      return contents(fmt::format("/proc/{}/{}", process, file)).find(words) != std::string::npos;
    };
    if (!has("cmdline", out) || !has("environ", fmt::format("OMPI_COMM_WORLD_RANK={}", rank))) continue;
    for (const auto child : all) {
      if (parent_of(child) == process &&
          contents(fmt::format("/proc/{}/cmdline", child)).find(out) != std::string::npos) {
        return process;
      }
    }
  }
  return std::nullopt;
}

class BuildOverRanks : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!testing::has_mpirun()) GTEST_SKIP() << "mpirun is not installed (package openmpi-bin)";
  }
  void write_treaties(int count, int articles) const {
    for (int i = 0; i < count; ++i) folder_.write(fmt::format("texts/lakes-{}.txt", i), treaty(i, articles + i));
  }
  [[nodiscard]] std::vector<std::string> build(const std::string& out,
                                               const std::vector<std::string>& more = {}) const {
    std::vector<std::string> command = {kIngest, "build", "--out", (folder_ / out).string()};
    command.insert(command.end(), more.begin(), more.end());
    command.insert(command.end(), sources_.begin(), sources_.end());
    return command;
  }
  [[nodiscard]] std::vector<std::string> over(int ranks, const std::string& out, bool survives = false,
                                              const std::vector<std::string>& more = {}) const {
    auto command = testing::mpirun(ranks);
    if (survives) command.emplace_back("--enable-recovery");
    const auto what = build(out, more);
    command.insert(command.end(), what.begin(), what.end());
    return command;
  }
  /// Builds over ranks and ends one while it reads.
  [[nodiscard]] Finished with_a_rank_lost(int ranks, int signal) const {
    Process process(over(ranks, "lost.db", true));
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    auto reader = std::optional<pid_t>();
    while (!reader && std::chrono::steady_clock::now() < until)
      reader = reading_rank(1, (folder_ / "lost.db").string());
    EXPECT_TRUE(reader) << "rank 1 read nothing";
    if (reader) kill(*reader, signal);
    Finished finished;
    finished.out = process.output();
    finished.exit_code = process.wait();
    finished.err = process.errors();
    if (reader && signal == SIGSTOP) kill(*reader, SIGKILL);
    return finished;
  }

  testing::TemporaryFolder folder_;
  std::vector<std::string> sources_ = {(folder_ / "texts").string()};
};

TEST_F(BuildOverRanks, gives_the_same_snapshot_from_1_2_and_4_ranks) {
  write_treaties(9, 12);
  folder_.write("texts/broken.xml", "<akomaNtoso><act>");
  const auto alone = run(build("alone.db"));
  ASSERT_NE(snapshot_in(alone.out), "") << alone.err;
  EXPECT_EQ(alone.exit_code, 1) << "of the broken one";
  for (const int ranks : {1, 2, 4}) {
    const auto built = run(over(ranks, "over.db"));
    EXPECT_EQ(snapshot_in(built.out), snapshot_in(alone.out)) << built.err;
    EXPECT_EQ(built.exit_code, 1) << ranks;
    EXPECT_THAT(built.err, HasSubstr("broken.xml"));
    EXPECT_EQ(testing::bytes_of(folder_ / "over.db.graph"), testing::bytes_of(folder_ / "alone.db.graph"));
  }
}

TEST_F(BuildOverRanks, survives_a_rank_that_is_killed_while_it_reads) {
  write_treaties(4, 700);
  const auto alone = run(build("alone.db"));
  ASSERT_NE(snapshot_in(alone.out), "") << alone.err;
  const auto built = with_a_rank_lost(3, SIGKILL);
  EXPECT_EQ(snapshot_in(built.out), snapshot_in(alone.out)) << built.err;
  EXPECT_THAT(built.err, HasSubstr("1 of 3 ranks died or were silent; others read their documents"));
}

TEST_F(BuildOverRanks, is_ended_by_mpirun_if_it_may_not_lose_a_rank_and_changes_nothing) {
  write_treaties(4, 700);
  folder_.write("over.db", "what was there");
  Process process(over(3, "over.db"));
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(60);
  auto reader = std::optional<pid_t>();
  while (!reader && std::chrono::steady_clock::now() < until) reader = reading_rank(1, (folder_ / "over.db").string());
  ASSERT_TRUE(reader);
  kill(*reader, SIGKILL);
  (void)process.output();
  EXPECT_NE(process.wait(), 0);
  EXPECT_EQ(testing::bytes_of(folder_ / "over.db"), "what was there");
}

TEST_F(BuildOverRanks, loses_only_the_document_that_takes_too_long) {
  write_treaties(5, 12);
  const auto without = run(build("without.db"));
  folder_.write("texts/endless.txt", treaty(99, 150'000));
  const auto built = run(over(2, "over.db", false, {"--document-seconds", "1"}));
  EXPECT_EQ(built.exit_code, 1);
  EXPECT_EQ(snapshot_in(built.out), snapshot_in(without.out)) << built.err;
  EXPECT_THAT(built.err, HasSubstr("endless.txt: reading it takes more than 1 s"));
}

TEST_F(BuildOverRanks, tells_usage_once) {
  auto command = testing::mpirun(3);
  command.insert(command.end(), {kIngest, "build", "--outt", "x.db", "y.txt"});
  const auto failed = run(command);
  EXPECT_EQ(failed.exit_code, 2);
  const auto said = failed.err.find("--out");
  ASSERT_NE(said, std::string::npos) << failed.err;
}

/// The 401 treaties of the corpus, with a rank killed in the middle.
TEST_F(BuildOverRanks, gives_the_same_snapshot_of_a_real_corpus_with_a_rank_killed) {
  const auto* corpus = std::getenv("TREATYGRAPH_CORPUS");
  if (corpus == nullptr) GTEST_SKIP() << "TREATYGRAPH_CORPUS names no folder";
  sources_ = {std::string(corpus) + "/corpus/tota", std::string(corpus) + "/corpus/open-treaties"};
  const auto alone = run(build("alone.db"));
  ASSERT_NE(snapshot_in(alone.out), "") << alone.err;
  const auto built = with_a_rank_lost(4, SIGKILL);
  EXPECT_EQ(snapshot_in(built.out), snapshot_in(alone.out));
}

}  // namespace
}  // namespace treatygraph
