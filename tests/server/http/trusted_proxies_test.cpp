#include "server/http/trusted_proxies.h"

#include <gmock/gmock.h>

namespace treatygraph::server {
namespace {

using ::testing::HasSubstr;

std::string client_of(const std::vector<std::string>& trusted, const std::string& address,
                      const std::vector<std::string>& forwarded) {
  std::string head = "GET / HTTP/1.1\r\n";
  for (const auto& line : forwarded) head += "x-forwarded-for: " + line + "\r\n";
  return TrustedProxies::of(trusted)->client_of(address, head + "\r\n");
}

TEST(TrustedProxies, are_none_unless_named) {
  EXPECT_EQ(client_of({}, "10.0.0.1", {"192.0.2.7"}), "10.0.0.1");
  EXPECT_EQ(client_of({}, "::1", {"192.0.2.7"}), "::1");
  EXPECT_EQ(client_of({"10.0.0.2"}, "10.0.0.1", {"192.0.2.7"}), "10.0.0.1");
}

TEST(TrustedProxies, say_who_came_before_them) {
  EXPECT_EQ(client_of({"10.0.0.1"}, "10.0.0.1", {"192.0.2.7"}), "192.0.2.7");
  EXPECT_EQ(client_of({"10.0.0.1"}, "10.0.0.1", {"6.6.6.6, 192.0.2.7"}), "192.0.2.7") << "the client wrote 6.6.6.6";
  EXPECT_EQ(client_of({"10.0.0.0/8"}, "10.0.0.1", {"6.6.6.6, 192.0.2.7 ,\t10.9.9.9"}), "192.0.2.7");
  EXPECT_EQ(client_of({"10.0.0.1"}, "10.0.0.1", {"6.6.6.6", "192.0.2.7"}), "192.0.2.7") << "lines are one list";
  EXPECT_EQ(client_of({"10.0.0.0/8"}, "10.0.0.1", {"10.2.2.2, 10.3.3.3"}), "10.2.2.2");
  EXPECT_EQ(client_of({"10.0.0.1"}, "10.0.0.1", {}), "10.0.0.1");
}

TEST(TrustedProxies, may_write_ports_and_either_spelling) {
  EXPECT_EQ(client_of({"::1"}, "::1", {"[2001:DB8::7]:99"}), "2001:db8::7");
  EXPECT_EQ(client_of({"127.0.0.1"}, "::ffff:127.0.0.1", {"192.0.2.7:1234"}), "192.0.2.7");
  EXPECT_EQ(client_of({"2001:db8::/32"}, "2001:db8:1::1", {"2001:db9::1"}), "2001:db9::1");
}

TEST(TrustedProxies, are_not_followed_beyond_words_that_are_no_address) {
  for (const auto* nonsense : {"unknown", "", "6.6.6.6, _hidden", "6.6.6.6,", "6.6.6.6, 300.0.0.1", "6.6.6.6; x"}) {
    EXPECT_EQ(client_of({"10.0.0.1"}, "10.0.0.1", {nonsense}), "10.0.0.1") << nonsense;
  }
}

TEST(TrustedProxies, are_compared_bit_by_bit) {
  EXPECT_EQ(client_of({"10.0.0.128/25"}, "10.0.0.129", {"192.0.2.7"}), "192.0.2.7");
  EXPECT_EQ(client_of({"10.0.0.128/25"}, "10.0.0.127", {"192.0.2.7"}), "10.0.0.127");
  EXPECT_EQ(client_of({"0.0.0.0/0"}, "8.8.8.8", {"192.0.2.7"}), "192.0.2.7");
  EXPECT_EQ(client_of({"0.0.0.0/0"}, "2001:db8::1", {"192.0.2.7"}), "2001:db8::1");
}

TEST(TrustedProxies, are_addresses_or_networks) {
  for (const auto* wrong : {"proxy.example", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "::1/129", "/8", "",
                            "10.0.0.0/8/8", "10.0.0.1:80"}) {
    const auto proxies = TrustedProxies::of({wrong});
    ASSERT_FALSE(proxies) << wrong;
    EXPECT_THAT(proxies.error().detail, HasSubstr("--trusted-proxy " + std::string(wrong)));
  }
}

}  // namespace
}  // namespace treatygraph::server
