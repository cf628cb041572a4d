#include <gmock/gmock.h>

#include "graph/database.h"
#include "tests/program/programs.h"
#include "tests/support/drawing.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/terminal.h"

namespace treatygraph {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using testing::kQuery;
using ::testing::Not;
using testing::run;
using testing::run_on_terminal;

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

TEST_F(Query, tells_a_profile_beside_the_rows) {
  const auto asked = ask({"--format", "csv", "PROFILE MATCH (a:Article) RETURN count(a) AS n"});
  EXPECT_THAT(asked.out, HasSubstr("n\r\n"));
  EXPECT_THAT(asked.err, AllOf(HasSubstr("NodeByLabel (a:Article)"), HasSubstr("hits ")));
}

TEST_F(Query, colours_its_tables_on_a_terminal_and_fits_them_to_its_width) {
  const std::vector<std::string> command = {kQuery, "--data", data_, "nodes"};
  const auto shown = run_on_terminal(command, 30);
  EXPECT_THAT(shown, HasSubstr("\x1b[1m"));
  EXPECT_THAT(shown, HasSubstr("…"));
  auto plain = command;
  plain.insert(plain.begin(), {"/usr/bin/env", "NO_COLOR=1"});
  EXPECT_THAT(run_on_terminal(plain, 200), AllOf(HasSubstr("t:art_1"), Not(HasSubstr("\x1b"))));
  EXPECT_THAT(run(command).out, Not(HasSubstr("\x1b")));
}

TEST_F(Query, reads_queries_parameters_and_options_from_files) {
  const auto query = folder_.write("one.cypher", "MATCH (n) WHERE n.key IN $keys RETURN n.key AS key").string();
  const auto parameters = folder_.write("parameters.json", R"({"keys": ["t:art_2"]})").string();
  const auto keys = folder_.write("keys.json", R"(["t:art_1"])").string();
  EXPECT_EQ(ask({"--param", "@" + parameters, "-f", "csv", "@" + query}).out, "key\r\nt:art_2\r\n");
  EXPECT_EQ(ask({"--param", "keys=@" + keys, "-f", "csv", "@" + query}).out, "key\r\nt:art_1\r\n");
  EXPECT_THAT(ask({"--param", "@nowhere.json", "@" + query}).err, HasSubstr("cannot read nowhere.json"));
  const auto options = folder_.write("query.toml", "format = \"csv\"\n[dependencies]\nof = \"t:art_1\"\n").string();
  EXPECT_THAT(ask({"--options", options, "dependencies"}).out, HasSubstr("1,t:art_2,"));
}

TEST_F(Query, exports_the_whole_graph) {
  EXPECT_THAT(ask({"export"}).out, HasSubstr("{\"element\":\"end\",\"nodes\":3,\"relationships\":3}"));
  EXPECT_THAT(ask({"export", "-f", "turtle"}).out, HasSubstr("eli:cites <https://treatygraph.org/id/t:art_2>"));
  const auto refused = ask({"export", "-f", "html"});
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_THAT(refused.err, HasSubstr("no format for a whole graph"));
}

TEST_F(Query, completes_in_shells) {
  const auto bash = run({kQuery, "completion", "bash"});
  EXPECT_EQ(bash.exit_code, 0) << bash.err;
  const auto script = folder_.write("completion.bash", bash.out).string();
  const auto completed = [&](const std::string& words) {
    return run({"/bin/bash", "-c",
                "source " + script + "; COMP_WORDS=(treatygraph-query " + words +
                    "); COMP_CWORD=$((${#COMP_WORDS[@]}-1)); _treatygraph_query; echo ${COMPREPLY[@]}"})
        .out;
  };
  EXPECT_EQ(completed("depe"), "dependencies\n");
  EXPECT_EQ(completed("dependencies --dir"), "--direction\n");
  EXPECT_EQ(completed("dependencies --direction o"), "out\n");
  EXPECT_EQ(completed("--format graph"), "graphology graphml\n");
  EXPECT_EQ(completed("--lay"), "--layout\n");
  EXPECT_EQ(completed("--layout f"), "force\n");
  EXPECT_EQ(completed("mc"), "mcp\n");
  EXPECT_EQ(completed("mcp --s"), "--site\n");
  const auto zsh = folder_.write("_treatygraph-query", run({kQuery, "completion", "zsh"}).out).string();
  const auto loaded =
      run({"/usr/bin/zsh", "-f", "-c",
           "autoload -Uz compinit && compinit -D && source " + zsh + " && echo $_comps[treatygraph-query]"});
  EXPECT_EQ(loaded.out, "_treatygraph-query\n") << loaded.err;
}

TEST_F(Query, gives_each_question_a_help_with_an_example) {
  EXPECT_THAT(run({kQuery, "dependencies", "--help"}).out,
              HasSubstr("treatygraph-query --data treaties.db dependencies --of uncc:art_35 --direction out"));
  EXPECT_EQ(run({kQuery, "treaties"}).exit_code, 2);
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
