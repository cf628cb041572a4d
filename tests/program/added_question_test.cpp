// A question that is added to the catalogue is asked everywhere, with nothing written for it anywhere else.

#include <array>
#include <string>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <gmock/gmock.h>

#include "queries/answer/common_parameters.h"
#include "queries/answer/shown_facts.h"
#include "queries/catalogue/catalogue.h"
#include "queries/catalogue/shared_parameters.h"
#include "queries/cli/command_line.h"
#include "queries/cli/completion.h"
#include "queries/cli/question_commands.h"
#include "queries/formats/answers/answer_writer.h"
#include "queries/formats/answers/table_cells.h"
#include "queries/formats/graphs/view_builder.h"
#include "queries/request/find_node.h"
#include "tests/server/lakes_server.h"

namespace treatygraph {
namespace {

using queries::Answer;
using queries::Budget;
using queries::Parameters;
using queries::ParameterSpec;
using queries::ProcedureOutput;
using queries::ProcedureRows;
using queries::Question;
using queries::ToolSpec;
using ::testing::AllOf;
using ::testing::HasSubstr;

/// What the question finds: a node, as often as it was asked for.
struct Echo {
  NodeId of;
  std::size_t times = 1;
};

void write_members(queries::formats::AnswerWriter& out, const Echo& echo) {
  out.mention("of", echo.of);
  out.json.member("times", echo.times);
}

queries::formats::Table table_of(const Graph& graph, const Echo& echo) {
  const queries::formats::TableCells cells(graph);
  queries::formats::Table table{{"echo"}, {}};
  table.rows.assign(echo.times, {cells.key(echo.of)});
  return table;
}

void draw(queries::formats::ViewBuilder& view, const Echo& echo) {
  view.add(echo.of);
}

std::vector<NodeId> works_in(const Echo& echo) {
  return {echo.of};
}

void add_facts(queries::ShownFacts& facts, const Echo& echo) {
  facts.add(echo.of);
}

ProcedureRows rows_of(const Graph& /*graph*/, const Echo& echo) {
  return {{echo.of, static_cast<std::int64_t>(echo.times)}};
}

constexpr auto kShowing = queries::Showing<Echo>::by(write_members, table_of, draw, rows_of, works_in, add_facts);

Result<Answer> ask_echo(const Graph& graph, const Parameters& parameters, const Budget& /*budget*/) {
  queries::Warnings warnings;
  const auto node = queries::find_node(graph, parameters.text("of"));
  if (!node) return fail(node.error());
  const auto times = queries::read_count(parameters, "times", 1, 3, warnings);
  if (!times) return fail(times.error());
  return queries::answer_with(Result<Echo>(Echo{*node, *times}), kShowing, std::move(warnings));
}

constexpr auto kParameters =
    queries::joined(std::array{ParameterSpec{"of", "KEY", "what calls", true},
                               ParameterSpec{"times", "N", "how often it comes back (1)", false, "1", 3},
                               ParameterSpec{"mood", "loud|quiet", "how it sounds"}},
                    queries::kScope);
constexpr queries::ProcedureSpec kProcedure = {.place = 99,
                                               .description = "What comes back",
                                               .inputs = queries::list_of<"of">,
                                               .outputs = queries::outputs_of<"node :: NODE?", "times :: INTEGER?">};
constexpr std::array kTools = {ToolSpec{.place = 99,
                                        .name = "echo_tool",
                                        .title = "Echo",
                                        .description = "What comes back.",
                                        .parameters = queries::list_of<"of", "mood">}};
constexpr Question kEcho = {.name = "echo",
                            .route = "/v1/echo",
                            .summary = "what comes back",
                            .example = "of=lakes:art_1&times=2",
                            .parameters = kParameters,
                            .ask = ask_echo,
                            .is_graph = true,
                            .is_citable = true,
                            .procedure = &kProcedure,
                            .tools = kTools};

class AddedQuestion : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    static const bool is_added = [] {
      queries::add_question(kEcho);
      return true;
    }();
    ASSERT_TRUE(is_added);
  }

  static std::string get(const std::string& target) {
    server::LakesServer lakes;
    const auto response = lakes.ask("GET", target);
    EXPECT_EQ(response.status, 200) << target << response.body;
    return response.body;
  }
  static std::string post(const std::string& target, std::string body) {
    server::LakesServer lakes;
    return lakes
        .ask("POST", target, {{"Content-Type", "application/json"}, {"Accept", "application/json"}}, std::move(body))
        .body;
  }
};

TEST_F(AddedQuestion, has_a_route_with_every_format) {
  EXPECT_THAT(
      get("/v1/echo?of=lakes:art_1&times=2"),
      AllOf(HasSubstr(R"("of":{"key":"lakes:art_1")"), HasSubstr(R"("times":2)"), HasSubstr(R"("truncated":null)")));
  EXPECT_EQ(get("/v1/echo?of=lakes:art_1&times=2&format=csv"), "echo\r\nlakes:art_1\r\nlakes:art_1\r\n");
  EXPECT_THAT(get("/v1/echo?of=lakes:art_1&format=graphml"), HasSubstr("lakes:art_1"));
  EXPECT_THAT(get("/v1/echo?of=lakes:art_1&format=bibtex"), HasSubstr("lakes:art_1"));
  EXPECT_THAT(get("/v1/echo?of=lakes:art_1&quality=true"), HasSubstr(R"("nodes":{"extracted":)"));
}

TEST_F(AddedQuestion, is_listed_and_described_by_the_contract) {
  EXPECT_THAT(get("/v1"), HasSubstr(R"("name":"echo","route":"/v1/echo")"));
  EXPECT_THAT(get("/openapi.json"), AllOf(HasSubstr(R"("/v1/echo":{"get":{"operationId":"echo")"),
                                          HasSubstr("how it sounds (loud|quiet)"), Not(HasSubstr("EchoAnswer"))));
}

TEST_F(AddedQuestion, refuses_what_it_does_not_know) {
  server::LakesServer lakes;
  EXPECT_THAT(lakes.ask("GET", "/v1/echo?of=lakes:art_1&moood=loud").body, HasSubstr("there are: of, times, mood"));
  EXPECT_EQ(lakes.ask("GET", "/v1/echo?of=lakes:art_99").status, 404);
}

TEST_F(AddedQuestion, is_a_subcommand) {
  CLI::App program;
  queries::CommandLine line;
  queries::add_questions(program, line);
  EXPECT_THAT(program.get_subcommand("echo")->help(), AllOf(HasSubstr("what comes back"), HasSubstr("--times")));
  const auto graph = testing::graph_of(server::LakesServer::drawing());
  const auto text = queries::answer_to(*queries::find_question("echo"), graph, {{"of", "lakes:art_1"}}, {});
  ASSERT_TRUE(text) << text.error().detail;
  EXPECT_THAT(*text, HasSubstr("lakes:art_1"));
}

TEST_F(AddedQuestion, is_completed) {
  EXPECT_THAT(*queries::completion_script("bash"),
              AllOf(HasSubstr("echo) words='--of --times"), HasSubstr("'echo --mood') words='loud quiet'")));
  EXPECT_THAT(*queries::completion_script("zsh"), HasSubstr("'echo:what comes back'"));
}

TEST_F(AddedQuestion, is_a_procedure) {
  const auto asked = [](const std::string& query) { return post("/v1/cypher", R"({"query":")" + query + R"("})"); };
  EXPECT_THAT(asked("CALL treaty.echo('lakes:art_1', {times: 2}) YIELD node, times RETURN node.key, times"),
              HasSubstr(R"("rows":[["lakes:art_1",2]])"));
  EXPECT_THAT(asked("CALL dbms.procedures()"), HasSubstr("treaty.echo(of :: ANY?, options :: MAP?)"));
}

TEST_F(AddedQuestion, is_a_tool) {
  const auto called = [](const std::string& method, const std::string& parameters) {
    return post("/mcp", R"({"jsonrpc":"2.0","id":1,"method":")" + method + R"(","params":)" + parameters + "}");
  };
  EXPECT_THAT(called("tools/list", "{}"), AllOf(HasSubstr(R"("name":"echo_tool")"), HasSubstr("how it sounds")));
  EXPECT_THAT(called("tools/call", R"({"name":"echo_tool","arguments":{"of":"lakes:art_1"}})"),
              HasSubstr(R"("times":1)"));
}

TEST_F(AddedQuestion, cannot_come_late) {
  ASSERT_NE(queries::find_question("echo"), nullptr);
  EXPECT_THROW(queries::add_question(kEcho), std::logic_error);
}

}  // namespace
}  // namespace treatygraph
