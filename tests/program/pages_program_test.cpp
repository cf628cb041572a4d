// The pages in a browser, and citations in the hands of a citing program.

#include <fstream>

#include <gmock/gmock.h>

#include "tests/support/places.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph {
namespace {

using ::testing::HasSubstr;
using testing::Process;
using testing::run;

const std::string kPrograms = testing::kProgramsFolder;
const std::string kTools = std::string(testing::kSourceFolder) + "/tests/tools";

class Pages : public ::testing::Test {
 protected:
  Pages() : data_(folder_ / "uncc.db") {
    const auto built = run({kPrograms + "/treatygraph-ingest", "build", "--out", data_,
                            std::string(testing::kSourceFolder) + "/ingest/datasets/uncc"});
    EXPECT_EQ(built.exit_code, 0) << built.err;
  }

  /// The path of a file that holds the answer.
  std::string answered(std::vector<std::string> question, const std::string& format, const std::string& name) {
    question.insert(question.begin(), {kPrograms + "/treatygraph-query", "--data", data_, "--format", format});
    const auto answer = run(question);
    EXPECT_EQ(answer.exit_code, 0) << answer.err;
    return folder_.write(name, answer.out).string();
  }

  static void browse(const std::vector<std::string>& words) {
    std::vector<std::string> command = {"/usr/bin/env", "node", kTools + "/browse.mjs"};
    command.insert(command.end(), words.begin(), words.end());
    const auto seen = run(command);
    EXPECT_EQ(seen.exit_code, 0) << seen.out << seen.err;
  }

  [[nodiscard]] Process serve(const std::vector<std::string>& options = {}) const {
    std::vector<std::string> command = {kPrograms + "/treatygraph-server", "--data", data_, "--listen", "127.0.0.1:0"};
    command.insert(command.end(), options.begin(), options.end());
    return Process(command);
  }

  /// "http://127.0.0.1:40312" of a server that has just been started.
  static std::string address_of(Process& server) {
    const auto line = server.read_line();
    return line.substr(line.find("http"));
  }

  testing::TemporaryFolder folder_;
  std::string data_;
};

TEST_F(Pages, explore_in_a_browser) {
  auto server = serve();
  browse({"explorer", address_of(server) + "/"});
}

TEST_F(Pages, show_impact_coverage_and_comparison_in_views_of_their_own) {
  auto server = serve();
  browse({"views", address_of(server) + "/"});
}

TEST_F(Pages, of_other_origins_use_the_api_where_they_are_admitted) {
  auto elsewhere = serve();
  const auto origin = address_of(elsewhere);
  auto api = serve({"--cors-origin", origin});
  browse({"across", origin + "/healthz", address_of(api)});
}

TEST_F(Pages, are_shown_to_who_gives_a_token_as_a_password) {
  auto server = serve({"--token-file", folder_.write("tokens", "open-sesame\n").string()});
  browse({"token", address_of(server) + "/", "open-sesame"});
}

TEST_F(Pages, of_a_graph_open_from_a_disk) {
  browse({"file", "file://" + answered({"neighborhood", "uncc:art_24", "--depth", "2"}, "html", "graph.html")});
}

TEST_F(Pages, cite_provisions_and_statements_in_a_citing_program) {
  for (const std::string format : {"bibtex", "csl-json"}) {
    const auto cited = run(
        {"/usr/bin/env", "node", kTools + "/cite.mjs", answered({"node", "uncc:art_24"}, format, "cited." + format)});
    EXPECT_EQ(cited.exit_code, 0) << cited.err;
    EXPECT_THAT(cited.out, HasSubstr("[\"uncc:art_24\",\"United Nations Convention against Cybercrime, article 24 "
                                     "(Conditions and safeguards)\",\"2024\",\"treatygraph, uncc:art_24, snapshot "));
    EXPECT_THAT(cited.out, HasSubstr("A/RES/79/243"));
    const auto said = run({"/usr/bin/env", "node", kTools + "/cite.mjs",
                           answered({"statements", "--speaker", "org:human-rights-watch"}, format, "said." + format)});
    EXPECT_THAT(said.out, HasSubstr("Human Rights Watch"));
  }
}

}  // namespace
}  // namespace treatygraph
