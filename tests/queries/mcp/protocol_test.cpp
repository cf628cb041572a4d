#include "queries/mcp/protocol.h"

#include "tests/queries/mcp/asked.h"

namespace treatygraph::queries::mcp {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::string_view kMeta =
    R"("_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{}})";

std::string modern(std::string_view method) {
  return std::string(R"({"jsonrpc":"2.0","id":1,"method":")").append(method).append(R"(","params":{)").append(kMeta) +
         "}}";
}

std::string initialized(std::string_view version) {
  return reply_to(std::string(R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":")")
                      .append(version)
                      .append("\"}}"))
      .text;
}

TEST(McpProtocol, agrees_on_the_version_that_the_client_wants_or_offers_its_newest) {
  for (const auto version : kWithHandshake)
    EXPECT_THAT(initialized(version), HasSubstr("\"protocolVersion\":\"" + std::string(version)));
  EXPECT_THAT(initialized("2024-01-01"), HasSubstr("\"protocolVersion\":\"2025-11-25\""));
  EXPECT_THAT(initialized("2026-07-28"), HasSubstr("\"protocolVersion\":\"2025-11-25\""));
}

TEST(McpProtocol, has_no_handshake_since_each_request_tells_its_version) {
  EXPECT_EQ(reply_to(modern("initialize")).status, 404);
  EXPECT_EQ(reply_to(modern("ping")).status, 404);
  const auto discovered = reply_to(modern("server/discover"));
  EXPECT_EQ(discovered.status, 200);
  EXPECT_THAT(discovered.text, AllOf(HasSubstr("\"supportedVersions\":[\"2026-07-28\""), HasSubstr("\"tools\":{}")));
  EXPECT_THAT(reply_to(R"({"jsonrpc":"2.0","id":1,"method":"server/discover"})").text, HasSubstr("-32601"));
}

TEST(McpProtocol, tells_who_answers_and_how_long_lists_may_be_kept_only_in_the_newer_era) {
  EXPECT_THAT(reply_to(modern("tools/list")).text,
              AllOf(HasSubstr("\"resultType\":\"complete\""), HasSubstr("\"ttlMs\":"), HasSubstr("serverInfo")));
  EXPECT_THAT(reply_to(R"({"jsonrpc":"2.0","id":1,"method":"tools/list"})").text,
              AllOf(Not(HasSubstr("resultType")), Not(HasSubstr("ttlMs"))));
}

TEST(McpProtocol, names_its_versions_to_who_wants_another) {
  const auto reply = reply_to(
      R"({"jsonrpc":"2.0","id":7,"method":"tools/list","params":{"_meta":{"io.modelcontextprotocol/protocolVersion":"2031-01-01"}}})");
  EXPECT_EQ(reply.status, 400);
  EXPECT_THAT(reply.text, AllOf(HasSubstr("\"id\":7"), HasSubstr("-32022"), HasSubstr("\"requested\":\"2031-01-01\""),
                                HasSubstr("\"supported\":[\"2026-07-28\",\"2025-11-25\"")));
}

TEST(McpProtocol, says_nothing_to_notifications_and_responses) {
  for (const auto* message :
       {R"({"jsonrpc":"2.0","method":"notifications/initialized"})",
        R"({"jsonrpc":"2.0","method":"no/such/notification"})", R"({"jsonrpc":"2.0","id":1,"result":{}})",
        R"({"jsonrpc":"2.0","id":1,"error":{"code":1,"message":"x"}})"}) {
    const auto reply = reply_to(message);
    EXPECT_EQ(reply.status, 202) << message;
    EXPECT_EQ(reply.text, "") << message;
  }
}

TEST(McpProtocol, refuses_what_is_no_request_and_repeats_its_id_where_it_has_one) {
  for (const auto* message :
       {"7", "null", "{}", R"({"id":1,"method":"ping"})", R"({"jsonrpc":"1.0","id":1,"method":"ping"})",
        R"({"jsonrpc":"2.0","id":1.5,"method":"ping"})", R"({"jsonrpc":"2.0","id":null,"method":"ping"})",
        R"({"jsonrpc":"2.0","id":1,"method":7})"}) {
    const auto reply = reply_to(message);
    EXPECT_EQ(reply.status, 400) << message;
    EXPECT_THAT(reply.text, HasSubstr("-32600")) << message;
  }
  EXPECT_THAT(reply_to(R"({"jsonrpc":"2.0","id":"x","method":"ping","params":[1]})").text,
              AllOf(HasSubstr("\"id\":\"x\""), HasSubstr("-32602")));
}

TEST(McpProtocol, does_not_repeat_names_of_any_length) {
  const auto reply = reply_to(R"({"jsonrpc":"2.0","id":1,"method":")" + std::string(100'000, 'x') + "\"}");
  EXPECT_LT(reply.text.size(), 1'000U);
}

}  // namespace
}  // namespace treatygraph::queries::mcp
