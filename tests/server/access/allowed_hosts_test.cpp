#include "server/access/allowed_hosts.h"

#include <gmock/gmock.h>

namespace treatygraph::server {
namespace {

bool admits(const std::vector<std::string>& named, const std::string& listen_host, const std::string& host) {
  return AllowedHosts(named, listen_host).admit({"GET", "/", {{"host", host}}, {}});
}

TEST(AllowedHosts, are_the_names_of_loopback_and_the_address_listened_on) {
  for (const auto* host : {"localhost", "LOCALHOST.:8080", "127.0.0.1:9", "[::1]:8080", "10.0.0.7", "10.0.0.7:80"}) {
    EXPECT_TRUE(admits({}, "10.0.0.7", host)) << host;
  }
  for (const auto* host : {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "10.0.0.8",
                           "evil.localhost", "[2001:db8::1]", "0.0.0.0"}) {
    EXPECT_FALSE(admits({}, "10.0.0.7", host)) << host;
  }
}

TEST(AllowedHosts, are_named_beside) {
  EXPECT_TRUE(admits({"Treaties.example.org"}, "127.0.0.1", "treaties.EXAMPLE.org:443"));
  EXPECT_TRUE(admits({"treaties.example.org"}, "127.0.0.1", "tre%61ties.example.org."));
  EXPECT_TRUE(admits({"a", "2001:db8::1"}, "127.0.0.1", "[2001:db8::1]:80"));
  EXPECT_TRUE(admits({"*"}, "127.0.0.1", "evil.example"));
  EXPECT_FALSE(admits({"treaties.example.org"}, "127.0.0.1", "other.example.org"));
}

TEST(AllowedHosts, are_all_addresses_but_no_other_name_where_all_addresses_are_listened_on) {
  for (const auto* wildcard : {"0.0.0.0", "::"}) {
    EXPECT_TRUE(admits({}, wildcard, "192.0.2.7:8080"));
    EXPECT_TRUE(admits({}, wildcard, "[2001:db8::1]"));
    EXPECT_FALSE(admits({}, wildcard, "evil.example"));
    EXPECT_FALSE(admits({}, wildcard, "192.0.2.7.evil.example"));
  }
}

TEST(AllowedHosts, do_not_matter_to_who_is_no_browser_and_sends_none) {
  EXPECT_TRUE(AllowedHosts({}, "127.0.0.1").admit({"GET", "/", {}, {}}));
}

}  // namespace
}  // namespace treatygraph::server
