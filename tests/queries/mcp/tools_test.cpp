#include "queries/mcp/tools.h"

#include "queries/mcp/tool_table.h"
#include "tests/queries/mcp/asked.h"

namespace treatygraph::queries::mcp {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(McpTools, ask_questions_that_there_are_with_parameters_that_these_have) {
  for (const auto& tool : tools()) {
    EXPECT_FALSE(tool.description.empty()) << tool.name;
    EXPECT_LE(tool.limit, tool.most) << tool.name;
    if (tool.kind == ToolKind::Cypher) continue;
    const auto* question = find_question(tool.question);
    ASSERT_NE(question, nullptr) << tool.name;
    for (const auto& name : tool.parameters) EXPECT_EQ(parameter_of(tool, name).name, name) << tool.name;
  }
}

TEST(McpTools, declare_what_goes_in_and_that_they_only_read) {
  std::string text;
  formats::JsonText writer(text);
  write_tools(writer);
  const auto list = json(text);
  ASSERT_EQ(list.list().size(), tools().size());
  for (const auto& tool : list.list()) {
    const auto& members = tool.map();
    EXPECT_TRUE(members.find("annotations")->map().find("readOnlyHint")->is_true());
    EXPECT_FALSE(members.find("annotations")->map().find("destructiveHint")->is_true());
    EXPECT_EQ(members.find("inputSchema")->map().find("type")->string(), "object");
    EXPECT_EQ(members.find("outputSchema")->map().find("type")->string(), "object");
  }
}

TEST(McpTools, give_each_thing_that_they_name_a_citation_words_and_a_link) {
  const auto answer = called("dependencies", R"({"of":"lakes:art_3"})");
  EXPECT_THAT(answer,
              AllOf(HasSubstr("\"isError\":false"), HasSubstr("subject to article 1"), HasSubstr("\"cite_as\":\""),
                    HasSubstr("Covers all lakes."), HasSubstr("http://host/read/lakes/art_1?snapshot=test")));
  EXPECT_THAT(called("dependencies", R"({"of":"lakes:art_3"})", ""), HasSubstr("treaty://lakes/art_1"));
}

TEST(McpTools, tell_a_model_what_to_change) {
  EXPECT_THAT(called("dependencies", R"({"of":"lakes:art_9"})"),
              AllOf(HasSubstr("\"isError\":true"), HasSubstr("nearest: lakes:art_"),
                    HasSubstr("lookup_citation gives the key")));
  EXPECT_THAT(called("provision_text", R"({"of":"Lakes art 1"})"), HasSubstr("lookup_citation gives the key"));
  EXPECT_THAT(called("dependencies", "{}"), AllOf(HasSubstr("\"isError\":true"), HasSubstr("of")));
  EXPECT_THAT(called("dependencies", R"({"of":{"a":1}})"), HasSubstr("of must be a string"));
  EXPECT_THAT(called("dependencies", R"({"of":"lakes:art_1","modes":["subject_to",{},"refers_to"]})"),
              AllOf(HasSubstr("\"isError\":true"), HasSubstr("modes must be a string")));
  EXPECT_THAT(called("dependencies", R"({"of":"lakes:art_1","dept":1})"),
              HasSubstr("no argument dept; there are: of, direction, relation, into, depth"));
  EXPECT_THAT(called("search", R"({"q":"lakes","limit":0})"), HasSubstr("from 1 to"));
  EXPECT_THAT(called("cypher", R"({"query":"RETURN nothing"})"), HasSubstr("is not defined"));
  EXPECT_THAT(called("cypher", R"j({"query":"CREATE (n)"})j"), HasSubstr("read-only"));
}

TEST(McpTools, look_up_citations_and_say_where_nothing_is_called_so) {
  EXPECT_THAT(called("lookup_citation", R"j({"q":"art 2(1)"})j"), HasSubstr("\"key\":\"lakes:art_2__para_1\""));
  EXPECT_THAT(called("lookup_citation", R"({"q":"Convention on Rivers art 4"})"),
              AllOf(HasSubstr("\"isError\":false"), HasSubstr("was not found"), Not(HasSubstr("art_4"))));
}

TEST(McpTools, tell_who_found_fault_and_signed_anyway) {
  static const auto graph = testing::graph_of(R"(
    treaty:lakes title="Treaty on Lakes"
    lakes:art_1 heading=Scope
    state:NOR name=Norway
    org:rowers name=Rowers
    state:NOR -MADE-> statement:a
    org:rowers -MADE-> statement:a
    statement:a -ADDRESSES-> lakes:art_1 stance=critical
    state:NOR -SIGNED-> treaty:lakes date=2021-03-01
  )");
  const auto signed_anyway = called("critics", R"({"of":"lakes:art_1","signed":"true"})", "http://host", graph);
  EXPECT_THAT(signed_anyway, AllOf(HasSubstr("\"total\":1"), HasSubstr("state:NOR"), HasSubstr("2021-03-01"),
                                   Not(HasSubstr("\"key\":\"org:rowers\",\"signed\""))));
  EXPECT_THAT(called("critics", R"({"of":"lakes:art_1"})", "http://host", graph),
              AllOf(HasSubstr("\"states\":1,\"organizations\":1,\"signatories\":1"), HasSubstr("org:rowers")));
}

TEST(McpTools, go_on_into_divisions_where_asked) {
  static const auto graph = testing::graph_of(R"(
    treaty:t title="Treaty on Searches"
    t:chp_V__art_44 -GRANTS-> t:power.search
    t:chp_V__art_44 -REFERS_TO-> t:chp_V mode=in_accordance_with quote="other provisions of this chapter"
    t:chp_V__art_37 -PROVIDES-> t:safeguard.of-persons-sought
  )");
  const auto reach = [&](std::string_view more) {
    return called("coverage", "{\"treaty\":\"t\"" + std::string(more) + "}", "http://host", graph);
  };
  EXPECT_THAT(reach(""), AllOf(HasSubstr("\"reach\":\"none\""), HasSubstr("into=divisions counts them")));
  EXPECT_THAT(reach(R"(,"into":"divisions")"), HasSubstr("\"reach\":\"reference\""));
  EXPECT_THAT(called("dependencies", R"({"of":"t:chp_V__art_44","into":"divisions"})", "http://host", graph),
              HasSubstr("t:chp_V__art_37"));
}

TEST(McpTools, page_until_there_is_no_more) {
  std::string rows;
  std::string cursor = "null";
  for (int pages = 0; pages < 10; ++pages) {
    const auto text =
        called("cypher", R"({"query":"UNWIND range(1, 5) AS x RETURN x","limit":2,"cursor":)" + cursor + "}");
    const auto whole = json(text);
    const auto& page = whole.map().find("result")->map().find("structuredContent")->map();
    for (const auto& row : page.find("rows")->list()) rows += std::to_string(row.list().front().integer());
    if (page.find("next_cursor")->is_null()) break;
    cursor = "\"" + std::string(page.find("next_cursor")->string()) + "\"";
  }
  EXPECT_EQ(rows, "12345");
  EXPECT_THAT(called("cypher", R"({"query":"RETURN 1","cursor":"other.2"})"), HasSubstr("another snapshot"));
  EXPECT_THAT(called("cypher", R"({"query":"RETURN 1","cursor":"test.-1"})"), HasSubstr("another snapshot"));
}

/// A list that is cut without a word is a wrong answer: a model counts what it sees.
TEST(McpTools, tell_of_each_list_how_much_of_it_is_not_shown) {
  EXPECT_THAT(called("cypher", R"({"query":"UNWIND range(1, 60) AS x RETURN collect(x) AS all"})"),
              HasSubstr("lists within rows show their first 25 items; the longest has 60"));
  EXPECT_THAT(called("cypher", R"({"query":"UNWIND range(1, 25) AS x RETURN collect(x) AS all"})"),
              Not(HasSubstr("lists within rows")));
  std::string drawing = "    treaty:t title=\"Treaty on Lakes\"\n";
  for (int i = 1; i <= 60; ++i) drawing += "    t:art_" + std::to_string(i) + " heading=Lakes\n";
  static const auto graph = testing::graph_of(drawing);
  const auto hits_in = [](const std::string& arguments, const char* tool) {
    const auto whole = json(called(tool, arguments, "http://host", graph));
    return whole.map().find("result")->map().find("structuredContent")->map();
  };
  EXPECT_EQ(hits_in(R"({"q":"lakes","limit":50})", "search").find("hits")->list().size(), 50U);
  const auto cited = hits_in(R"({"q":"articles 1 to 30"})", "lookup_citation");
  EXPECT_EQ(cited.find("hits")->list().size(), 20U);
  EXPECT_EQ(cited.find("hits_not_shown")->integer(), 10);
}

TEST(McpTools, size_their_answers_for_a_model) {
  const auto text = called(
      "cypher",
      R"({"query":"UNWIND range(1, 1000) AS x RETURN toString(x) + '........................................................................................................................................................................................' AS t","limit":100})");
  EXPECT_LT(text.size(), 140'000U);  // twice: as text and as structured content
  EXPECT_THAT(text, HasSubstr("next_cursor\":\"test."));
}

}  // namespace
}  // namespace treatygraph::queries::mcp
