#include "queries/mcp/resources.h"

#include "queries/mcp/prompts.h"
#include "tests/queries/mcp/asked.h"

namespace treatygraph::queries::mcp {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

std::string read(std::string_view uri) {
  return reply_to(std::string(R"({"jsonrpc":"2.0","id":1,"method":"resources/read","params":{"uri":")")
                      .append(uri)
                      .append("\"}}"))
      .text;
}

TEST(McpResources, are_treaties_provisions_nodes_and_the_schema) {
  EXPECT_THAT(read("treaty://lakes"), AllOf(HasSubstr("text/markdown"), HasSubstr("Treaty on Lakes")));
  EXPECT_THAT(read("treaty://lakes/art_1"), AllOf(HasSubstr("# article 1"), HasSubstr("Cite as: ")));
  EXPECT_THAT(read("treaty://node/lakes:art_1"), HasSubstr("application/json"));
  EXPECT_THAT(read("treaty://schema"), HasSubstr("application/json"));
}

TEST(McpResources, that_are_not_there_say_which_are) {
  for (const auto* uri :
       {"treaty://rivers", "treaty://lakes/art_9", "treaty://", "treaty://%zz", "file:///etc/passwd", ""})
    EXPECT_THAT(read(uri), HasSubstr("-32002")) << uri;
  EXPECT_THAT(read("treaty://rivers"), HasSubstr("treaty://SLUG/EID"));
}

TEST(McpResources, are_completed_as_they_are_typed) {
  EXPECT_THAT(completions(lakes(), "slug", "la"), ::testing::ElementsAre("lakes"));
  EXPECT_THAT(completions(lakes(), "slug", "x"), ::testing::IsEmpty());
  EXPECT_THAT(completions(lakes(), "nothing", "la"), ::testing::IsEmpty());
}

TEST(McpPrompts, say_how_to_cite_and_to_add_nothing) {
  const auto prompt = reply_to(
      R"({"jsonrpc":"2.0","id":1,"method":"prompts/get","params":{"name":"answer_with_citations","arguments":{"question":"Who dredges?","treaty":"lakes"}}})");
  EXPECT_THAT(prompt.text, AllOf(HasSubstr("Who dredges?"), HasSubstr("the slug lakes"), HasSubstr("cite_as"),
                                 HasSubstr("Say nothing that no answer returned")));
  EXPECT_THAT(
      reply_to(R"({"jsonrpc":"2.0","id":1,"method":"prompts/get","params":{"name":"answer_with_citations"}})").text,
      HasSubstr("the argument question is missing"));
  EXPECT_THAT(reply_to(R"({"jsonrpc":"2.0","id":1,"method":"prompts/get","params":{"name":"other"}})").text,
              HasSubstr("there is answer_with_citations"));
}

}  // namespace
}  // namespace treatygraph::queries::mcp
