#include "server/http/listen_address.h"

#include <gmock/gmock.h>

namespace treatygraph::server {
namespace {

TEST(ListenAddress, is_read_and_printed) {
  EXPECT_EQ(printed(*parse_listen_address("127.0.0.1:0"), 4711), "127.0.0.1:4711");
  EXPECT_EQ(printed(*parse_listen_address("[::1]:80"), 80), "[::1]:80");
  EXPECT_EQ(parse_listen_address("localhost:65535")->port, 65535);
  for (const auto* wrong : {"", "8080", ":8080", "localhost:", "localhost:65536", "localhost:-1", "::1:80", "a:b"}) {
    EXPECT_FALSE(parse_listen_address(wrong)) << wrong;
  }
}

TEST(ListenAddress, is_loopback_by_its_value_not_its_spelling) {
  for (const auto* ours : {"localhost", "127.0.0.1", "127.1.2.3", "::1"}) EXPECT_TRUE(is_loopback(ours)) << ours;
  for (const auto* other : {"0.0.0.0", "::", "10.0.0.1", "127.0.0.1.evil.example", "127.evil", "localhost.evil", ""}) {
    EXPECT_FALSE(is_loopback(other)) << other;
  }
}

}  // namespace
}  // namespace treatygraph::server
