// The openCypher TCK: every scenario of the corpus, asked of tck_adapter and judged by the corpus's own judge. And the
// examples of the Cypher manual.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include <gmock/gmock.h>

#include "tests/support/places.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph {
namespace {

using ::testing::IsEmpty;

std::filesystem::path tck() {
  const auto* corpus = std::getenv("TREATYGRAPH_CORPUS");
  return corpus == nullptr || *corpus == 0 ? std::filesystem::path() : std::filesystem::path(corpus) / "tck";
}

/// Scenarios that are known to fail, each line an id and the reason.
std::set<std::string> known_failures() {
  std::ifstream file(std::string(testing::kSourceFolder) + "/tests/queries/cypher/known_failures.txt");
  std::set<std::string> ids;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && !line.starts_with("//")) ids.insert(line.substr(0, line.find(' ')));
  }
  return ids;
}

TEST(Tck, passes_but_for_what_is_listed_with_its_reason) {
  if (tck().empty()) GTEST_SKIP() << "TREATYGRAPH_CORPUS is not set";
  const auto judged = testing::run(
      {"/usr/bin/python3", (tck() / "run_tck.py").string(), (tck() / "tck-dev.jsonl").string(), "--adapter",
       std::string(testing::kProgramsFolder) + "/tck_adapter", "--jobs", "2", "--failures", "-1", "--min-rate", "0"});
  ASSERT_EQ(judged.exit_code, 0) << judged.err;
  std::istringstream lines(judged.out);
  std::set<std::string> failed;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("FAIL ")) failed.insert(line.substr(5, line.find(':') - 5));
    if (line.starts_with("TOTAL ")) std::cout << line << '\n';
  }
  const auto known = known_failures();
  for (const auto& id : failed) std::cout << "fails: " << id << (known.contains(id) ? ", as listed" : "") << '\n';
  std::erase_if(failed, [&](const std::string& id) { return known.contains(id); });
  EXPECT_THAT(failed, IsEmpty()) << judged.out;
}

/// Every scenario of the TCK's own files that reads, those that the corpus keeps apart among them.
TEST(Tck, of_a_checkout_passes_whole) {
  const auto* checkout = std::getenv("TREATYGRAPH_OPENCYPHER");
  if (tck().empty() || checkout == nullptr || *checkout == 0) {
    GTEST_SKIP() << "TREATYGRAPH_CORPUS or TREATYGRAPH_OPENCYPHER, a checkout of opencypher/openCypher, is not set";
  }
  const auto adapter = std::string(testing::kProgramsFolder) + "/tck_adapter";
  const auto scenarios =
      testing::run({"/usr/bin/python3", std::string(testing::kSourceFolder) + "/tests/tools/tck_scenarios.py", checkout,
                    "--known", (tck() / "tck-dev.jsonl").string(), "--adapter", adapter});
  ASSERT_EQ(scenarios.exit_code, 0) << scenarios.err;
  EXPECT_EQ(scenarios.err, "") << "scenarios whose set-up is not understood";
  EXPECT_GT(std::ranges::count(scenarios.out, '\n'), 3'500);
  const testing::TemporaryFolder folder;
  const auto file = folder.write("all.jsonl", scenarios.out);
  const auto judged = testing::run({"/usr/bin/python3", (tck() / "run_tck.py").string(), file.string(), "--adapter",
                                    adapter, "--jobs", "2", "--failures", "-1"});
  EXPECT_EQ(judged.exit_code, 0) << judged.out << judged.err;
}

/// The reading examples of the manual that have a table: see the script for what counts.
TEST(CypherManual, gives_the_tables_of_most_examples) {
  const auto* checkout = std::getenv("TREATYGRAPH_CYPHER_MANUAL");
  if (checkout == nullptr || *checkout == 0) GTEST_SKIP() << "TREATYGRAPH_CYPHER_MANUAL names no checkout";
  const auto judged =
      testing::run({"/usr/bin/python3", std::string(testing::kSourceFolder) + "/tests/tools/cypher_manual.py",
                    "--adapter", std::string(testing::kProgramsFolder) + "/tck_adapter"});
  ASSERT_EQ(judged.exit_code, 0) << judged.err;
  const auto total = judged.out.find("TOTAL ");
  ASSERT_NE(total, std::string::npos) << judged.out;
  std::istringstream words(judged.out.substr(judged.out.find(' ', total + 6)));
  double percent = 0;
  words >> percent;
  EXPECT_GE(percent, 94) << judged.out;
}

}  // namespace
}  // namespace treatygraph
