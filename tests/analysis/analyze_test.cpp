// treatygraph-analyze as a user runs it, and what its table changes for the other programs.

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "graph/database.h"
#include "tests/support/drawing.h"
#include "tests/support/mpirun.h"
#include "tests/support/places.h"
#include "tests/support/process.h"
#include "tests/support/random_graph.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph {
namespace {

using ::testing::AllOf;
using testing::bytes_of;
using testing::Finished;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::run;

std::string program(const std::string& name) {
  return std::string(testing::kProgramsFolder) + "/" + name;
}

Finished on_ranks(int count, const std::string& name, const std::vector<std::string>& arguments) {
  auto command = testing::mpirun(count);
  command.push_back(program(name));
  command.insert(command.end(), arguments.begin(), arguments.end());
  return run(command);
}

class Analyze : public ::testing::TestWithParam<int> {
 protected:
  void SetUp() override {
    if (!testing::has_mpirun()) GTEST_SKIP() << "mpirun is not installed (package openmpi-bin)";
  }
};

TEST_P(Analyze, equals_one_process_on_200_random_graphs) {
  const auto compared = on_ranks(GetParam(), "compare_ranks", {"random", "200"});
  EXPECT_EQ(compared.exit_code, 0) << compared.out << compared.err;
}

TEST_P(Analyze, equals_one_process_on_a_generated_graph) {
  const testing::TemporaryFolder folder;
  const auto compared = on_ranks(GetParam(), "compare_ranks", {(folder / "S.graph").string(), "S"});
  EXPECT_EQ(compared.exit_code, 0) << compared.out << compared.err;
}

INSTANTIATE_TEST_SUITE_P(Ranks, Analyze, ::testing::Values(1, 2, 4),
                         [](const auto& of) { return fmt::format("{}_ranks", of.param); });

/// Three treaties of a random graph.
class Table : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!testing::has_mpirun()) GTEST_SKIP() << "mpirun is not installed (package openmpi-bin)";
    write(7);
  }
  void write(std::uint64_t seed) const {
    const auto written = write_database(path_, testing::random_records(seed));
    ASSERT_TRUE(written) << written.error().detail;
  }
  [[nodiscard]] Finished analyze(const std::vector<std::string>& names, int ranks = 2) const {
    std::vector<std::string> arguments = {path_};
    arguments.insert(arguments.end(), names.begin(), names.end());
    return on_ranks(ranks, "treatygraph-analyze", arguments);
  }
  [[nodiscard]] Finished rank(const std::string& by) const {
    return run({program("treatygraph-query"), "--data", path_, "rank", "--by", by, "--format", "csv"});
  }
  [[nodiscard]] Finished check() const { return run({program("treatygraph-ingest"), "check", path_}); }

  testing::TemporaryFolder folder_;
  std::string path_ = (folder_ / "treaties.db").string();
};

/// The column of scores of a CSV answer.
std::vector<double> scores_of(const std::string& csv) {
  std::vector<double> scores;
  std::istringstream lines(csv);
  std::string line;
  for (std::getline(lines, line); std::getline(lines, line);)
    scores.push_back(std::stod(line.substr(line.rfind(',') + 1)));
  return scores;
}

TEST_F(Table, answers_rank_as_without_it) {
  for (const std::string by : {"pagerank", "betweenness"}) {
    std::filesystem::remove(path_ + ".analysis");
    const auto without = rank(by);
    ASSERT_EQ(analyze({"rank", "betweenness"}).exit_code, 0);
    const auto with = rank(by);
    EXPECT_THAT(with.err, IsEmpty());
    EXPECT_THAT(scores_of(with.out), ::testing::Pointwise(::testing::DoubleNear(1e-9), scores_of(without.out))) << by;
    EXPECT_GT(scores_of(with.out).size(), 3U);
  }
}

TEST_F(Table, keeps_what_an_earlier_run_computed) {
  ASSERT_EQ(analyze({"rank"}).exit_code, 0);
  ASSERT_EQ(analyze({"components", "closures"}).exit_code, 0);
  EXPECT_THAT(check().out, HasSubstr("computed by treatygraph-analyze: rank, components, closures\n"));
}

TEST_F(Table, is_ignored_with_a_message_if_it_was_made_for_another_snapshot) {
  ASSERT_EQ(analyze({"rank"}).exit_code, 0);
  write(8);
  const auto why = AllOf(HasSubstr("treaties.db.analysis was made for another snapshot"),
                         HasSubstr("treatygraph-analyze makes it anew"));
  const auto asked = rank("pagerank");
  EXPECT_EQ(asked.exit_code, 0) << asked.err;
  EXPECT_THAT(asked.err, why);
  std::filesystem::remove(path_ + ".analysis.old");
  const auto checked = check();
  EXPECT_THAT(checked.err, why);
  EXPECT_THAT(checked.out, Not(HasSubstr("computed by treatygraph-analyze")));
  ASSERT_EQ(analyze({"rank"}).exit_code, 0);
  EXPECT_THAT(rank("pagerank").err, IsEmpty());
}

TEST_F(Table, is_ignored_if_it_is_damaged_and_check_fails) {
  ASSERT_EQ(analyze({"rank"}).exit_code, 0);
  auto bytes = bytes_of(path_ + ".analysis");
  bytes[bytes.size() / 2] ^= 1;
  folder_.write("treaties.db.analysis", bytes);
  EXPECT_THAT(rank("pagerank").err, HasSubstr("treaties.db.analysis is damaged"));
  EXPECT_EQ(rank("pagerank").exit_code, 0);
  const auto checked = check();
  EXPECT_EQ(checked.exit_code, 1);
  EXPECT_THAT(checked.err, HasSubstr("treaties.db.analysis is damaged"));
}

TEST_F(Table, is_written_as_csv_too) {
  const auto csv = (folder_ / "values.csv").string();
  ASSERT_EQ(analyze({"rank", "components", "closures", "betweenness", "--csv", csv}, 4).exit_code, 0);
  const auto text = bytes_of(csv);
  EXPECT_TRUE(text.starts_with("key,rank,betweenness,component,rests_on,rested_on_by\n")) << text.substr(0, 100);
  EXPECT_THAT(text, HasSubstr("\none:art_1,"));
}

TEST_F(Table, is_not_written_without_the_image) {
  std::filesystem::remove(path_ + ".graph");
  const auto failed = analyze({"rank"});
  EXPECT_EQ(failed.exit_code, 1);
  EXPECT_THAT(failed.err, HasSubstr("treaties.db.graph: is missing; treatygraph-ingest build writes it"));
  EXPECT_FALSE(std::filesystem::exists(path_ + ".analysis"));
}

TEST_F(Table, names_a_file_that_is_missing_once) {
  const auto failed = on_ranks(4, "treatygraph-analyze", {"/nowhere/treaties.db", "rank"});
  EXPECT_EQ(failed.exit_code, 1);
  const auto said = failed.err.find("/nowhere/treaties.db: there is no such file");
  ASSERT_NE(said, std::string::npos) << failed.err;
  EXPECT_EQ(failed.err.find("/nowhere/treaties.db", said + 1), std::string::npos) << failed.err;
}

TEST_F(Table, is_not_made_where_a_rank_may_die_alone) {
  if (run({"mpirun", "--version"}).out.find("(Open MPI) 4.") == std::string::npos) {
    GTEST_SKIP() << "Open MPI 5 does not tell its ranks so";
  }
  auto command = testing::mpirun(2);
  command.insert(command.end(), {"--enable-recovery", program("treatygraph-analyze"), path_, "rank"});
  EXPECT_THAT(run(command).err, HasSubstr("start without it"));  // mpirun itself then exits with 0, whatever happened
  EXPECT_FALSE(std::filesystem::exists(path_ + ".analysis"));
}

TEST_F(Table, names_the_analyses_that_there_are) {
  const auto failed = analyze({"ranks"});
  EXPECT_EQ(failed.exit_code, 2);
  EXPECT_THAT(failed.err, HasSubstr("{rank,components,closures,betweenness}"));
}

}  // namespace
}  // namespace treatygraph
