// The pages in a browser, and citations in a reference manager.

#include <cstdlib>
#include <filesystem>
#include <iostream>

#include <gmock/gmock.h>

#include "tests/program/programs.h"
#include "tests/support/places.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph {
namespace {

using ::testing::HasSubstr;
using testing::kIngest;
using testing::kQuery;
using testing::kServer;
using testing::kTools;
using testing::Process;
using testing::run;

const std::string kWeb = std::string(testing::kSourceFolder) + "/server/web";

class Pages : public ::testing::Test {
 protected:
  Pages() : data_(folder_ / "uncc.db") { build({}); }

  /// The bundled dataset with additional sources ("budapest=FILE").
  void build(const std::vector<std::string>& more) const {
    std::vector<std::string> command = {kIngest, "build", "--out", data_, testing::kDataset};
    command.insert(command.end(), more.begin(), more.end());
    const auto built = run(command);
    // The resolutions of the Law of the Sea's final act are left over, and reported.
    EXPECT_TRUE(built.exit_code == 0 || built.err.find("ANNEX I RESOLUTION I") != std::string::npos) << built.err;
  }

  /// Built once, and again if the program that builds it is newer: it takes a minute or two.
  static std::string trade_agreements(const std::string& corpus) {
    const std::filesystem::path built = std::string(testing::kProgramsFolder) + "/../trade_agreements.db";
    const std::filesystem::path program = kIngest;
    const bool is_new = std::filesystem::exists(built) &&
                        std::filesystem::last_write_time(built) > std::filesystem::last_write_time(program);
    // Some texts are in other languages and reported; then the exit code is 1.
    if (!is_new) (void)run({program, "build", "--out", built, corpus + "/tota", corpus + "/open-treaties"});
    EXPECT_TRUE(std::filesystem::exists(built));
    return built;
  }

  static std::string text_in(const std::string& corpus, const std::string& treaty) {
    return corpus + "/corpus/" + treaty + "/text.txt";
  }

  /// Each task of a reader and each former fault of the page, at three sizes in light and dark.
  static void read_in_a_browser(Process& server, const std::string& data) {
    const auto seen = run({"/usr/bin/env", "node", kTools + "/reading_room.mjs", address_of(server), data});
    EXPECT_EQ(seen.exit_code, 0) << seen.out << seen.err;
    std::cout << seen.out;
  }

  /// The path of a file that holds the answer.
  std::string answered(std::vector<std::string> question, const std::string& format, const std::string& name) {
    question.insert(question.begin(), {kQuery, "--data", data_, "--format", format});
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
    std::vector<std::string> command = {kServer, "--data", data_, "--listen", "127.0.0.1:0"};
    command.insert(command.end(), options.begin(), options.end());
    return Process(command);
  }

  /// "http://127.0.0.1:40312" of a server that has just started.
  static std::string address_of(Process& server) {
    const auto line = server.read_line();
    return line.substr(line.find("http"));
  }

  testing::TemporaryFolder folder_;
  std::string data_;
};

TEST_F(Pages, do_what_readers_come_for_with_few_clicks) {
  auto server = serve();
  read_in_a_browser(server, "bundled");
}

TEST_F(Pages, do_it_beside_treaties_that_were_read_from_text) {
  const char* folder = std::getenv("TREATYGRAPH_CORPUS");
  if (folder == nullptr || *folder == 0)
    GTEST_SKIP() << "TREATYGRAPH_CORPUS names no folder with the texts of treaties";
  build({"budapest=" + text_in(folder, "budapest-2001"), "uncac=" + text_in(folder, "uncac-2003"),
         "unclos=" + text_in(folder, "unclos-1982")});
  auto server = serve();
  read_in_a_browser(server, "three");
}

TEST_F(Pages, do_it_on_four_hundred_trade_agreements) {
  const char* folder = std::getenv("TREATYGRAPH_CORPUS");
  if (folder == nullptr || *folder == 0)
    GTEST_SKIP() << "TREATYGRAPH_CORPUS names no folder with the texts of treaties";
  data_ = trade_agreements(std::string(folder) + "/corpus");
  auto server = serve();
  read_in_a_browser(server, "big");
}

TEST_F(Pages, of_other_front_ends_draw_answers_as_they_are_delivered) {
  auto server = serve();
  const auto seen = run({"/usr/bin/env", "node", kTools + "/front_ends.mjs", address_of(server)});
  EXPECT_EQ(seen.exit_code, 0) << seen.out << seen.err;
}

TEST_F(Pages, run_queries_in_the_workbench) {
  auto server = serve();
  const auto seen = run({"/usr/bin/env", "TREATYGRAPH_PAGE=" + address_of(server), "node", "--test",
                         std::string(testing::kSourceFolder) + "/tests/web/workbench.test.mjs"});
  EXPECT_EQ(seen.exit_code, 0) << seen.out << seen.err;
}

TEST_F(Pages, have_scripts_whose_types_hold) {
  const auto checked = run({"/usr/bin/env", "npx", "--prefix", kWeb, "tsc", "--noEmit", "--project", kWeb});
  EXPECT_EQ(checked.exit_code, 0) << checked.out << checked.err;
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
