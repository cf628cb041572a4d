#include "server/http/authority.h"

#include <gmock/gmock.h>

namespace treatygraph::server {
namespace {

TEST(Authority, is_a_host_with_or_without_a_port) {
  for (const auto* right : {"x", "treaties.example.org", "127.0.0.1:8080", "[::1]", "[2001:db8::7]:80", "a_b",
                            "h:", "caf%C3%A9.example", "x."}) {
    EXPECT_TRUE(is_authority(right)) << right;
  }
  for (const auto* wrong : {"", ":80", "x:y", "x:80:90", "user@x", "x/y", "x y", "[::1", "[::1]x", "[nonsense]", "::1",
                            "x%4", "x%zz", "x?y", "x#y", "x\\y", "caf\xC3\xA9", "<x>"}) {
    EXPECT_FALSE(is_authority(wrong)) << wrong;
  }
}

TEST(Authority, has_a_host_that_is_compared_however_it_is_spelt) {
  EXPECT_EQ(host_of("127.0.0.1:80"), "127.0.0.1");
  EXPECT_EQ(host_of("[::1]:80"), "::1");
  EXPECT_EQ(host_of("LocalHost"), "localhost");
  EXPECT_EQ(host_of("localhost.:8080"), "localhost");
  EXPECT_EQ(host_of("%6Coca%6chost:1"), "localhost");
  EXPECT_EQ(host_of("[::1"), "");
  EXPECT_EQ(host_of(""), "");
}

}  // namespace
}  // namespace treatygraph::server
