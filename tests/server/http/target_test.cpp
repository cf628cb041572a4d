#include "server/http/target.h"

#include <gmock/gmock.h>

namespace treatygraph::server {
namespace {

using ::testing::ElementsAre;

TEST(Target, is_taken_apart_and_decoded) {
  const auto target = parse_target("/v1/nodes/uncc%3Aart_1?q=art+24%282%29&empty=&flag&q=two");
  ASSERT_TRUE(target) << target.error().detail;
  EXPECT_THAT(target->segments, ElementsAre("v1", "nodes", "uncc:art_1"));
  EXPECT_EQ(target->parameters.text("q"), "art 24(2)");
  EXPECT_TRUE(target->parameters.has("empty"));
  EXPECT_TRUE(target->parameters.has("flag"));
  EXPECT_EQ(target->parameters.all().size(), 4U);
}

TEST(Target, keeps_an_escaped_slash_inside_its_segment) {
  EXPECT_THAT(parse_target("/v1/nodes/a%2Fb")->segments, ElementsAre("v1", "nodes", "a/b"));
}

TEST(Target, refuses_what_does_not_decode_to_plain_text) {
  for (const auto* wrong : {"/%", "/%4", "/%zz", "/%00", "/a%0d%0aSet-Cookie: x", "/%ff", "/?q=%c3%28", "/%7f"}) {
    EXPECT_FALSE(parse_target(wrong)) << wrong;
  }
}

TEST(Target, is_encoded_so_that_it_decodes_to_itself) {
  const std::string text = "art 24(2) ä/?&=%+";
  EXPECT_EQ(parse_target("/?q=" + percent_encoded(text))->parameters.text("q"), text);
}

}  // namespace
}  // namespace treatygraph::server
