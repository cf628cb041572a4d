#include "server/access/access.h"

#include <filesystem>

#include <gmock/gmock.h>

#include "tests/support/temporary_folder.h"

namespace treatygraph::server {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

class AccessTest : public ::testing::Test {
 protected:
  [[nodiscard]] static int status(const AccessOptions& options, const std::string& method, const std::string& target,
                                  Headers headers) {
    const auto access = Access::of(options, "127.0.0.1");
    const auto refused = access->refuse({method, target, std::move(headers), {}});
    return refused ? refused->status : 200;
  }

  [[nodiscard]] AccessOptions with_tokens(const std::string& text) const {
    AccessOptions options;
    options.token_file = folder_.write("tokens", text).string();
    return options;
  }

  [[nodiscard]] std::string error_of(const std::string& text) const {
    const auto access = Access::of(with_tokens(text), "127.0.0.1");
    return access ? "" : access.error().detail;
  }

  testing::TemporaryFolder folder_;
};

TEST_F(AccessTest, is_by_names_that_are_admitted) {
  EXPECT_EQ(status({}, "GET", "/v1", {{"Host", "evil.example"}}), 421);
  EXPECT_EQ(status({}, "GET", "/healthz", {{"Host", "evil.example"}}), 421) << "on every path";
  EXPECT_EQ(status({}, "OPTIONS", "*", {{"Host", "evil.example"}}), 421);
  EXPECT_EQ(status({}, "GET", "/v1", {{"Host", "localhost:8080"}}), 200);
  EXPECT_EQ(status({{"lakes.example"}, {}, {}, {}}, "GET", "/v1", {{"Host", "lakes.example"}}), 200);
}

TEST_F(AccessTest, is_not_forged_by_a_page) {
  const auto post = [](Headers headers) {
    headers.emplace_back("Host", "127.0.0.1:8080");
    return status({{}, {}, {}, {"https://draw.example"}}, "POST", "/v1/cypher", std::move(headers));
  };
  const std::pair<std::string, std::string> evil = {"Origin", "https://evil.example"};
  const std::pair<std::string, std::string> form = {"Content-Type", "application/x-www-form-urlencoded"};
  EXPECT_EQ(post({form, evil}), 403);
  EXPECT_EQ(post({evil}), 403) << "no type at all";
  EXPECT_EQ(post({{"Origin", "null"}}), 403);
  EXPECT_EQ(post({{"Origin", "http://127.0.0.1:3000"}}), 403) << "another port is another origin";
  EXPECT_EQ(post({form, {"Sec-Fetch-Site", "cross-site"}}), 403);
  EXPECT_EQ(post({form, {"Sec-Fetch-Site", "same-site"}}), 403);
  EXPECT_EQ(post({{"Content-Type", "text/plain;charset=UTF-8"}}), 415);
  EXPECT_EQ(post({{"Content-Type", "Multipart/Form-Data; boundary=x"}}), 415);
}

TEST_F(AccessTest, is_given_to_clients_that_are_no_pages_and_to_pages_of_admitted_origins) {
  const auto post = [](Headers headers) {
    headers.emplace_back("Host", "127.0.0.1:8080");
    return status({{}, {}, {}, {"https://draw.example"}}, "POST", "/v1/cypher", std::move(headers));
  };
  const std::pair<std::string, std::string> form = {"Content-Type", "application/x-www-form-urlencoded"};
  EXPECT_EQ(post({form}), 200) << "curl -d";
  EXPECT_EQ(post({}), 200);
  EXPECT_EQ(post({form, {"Origin", "http://127.0.0.1:8080"}}), 200) << "the page";
  EXPECT_EQ(post({form, {"Sec-Fetch-Site", "same-origin"}, {"Origin", "https://through.a.proxy"}}), 200);
  EXPECT_EQ(post({form, {"Origin", "https://draw.example"}}), 200);
  EXPECT_EQ(post({{"Content-Type", "application/json"}, {"Origin", "https://evil.example"}}), 200)
      << "a browser has asked first, and was not admitted";
}

TEST_F(AccessTest, is_by_token_where_there_are_any) {
  const auto options = with_tokens("# for the faculty\n\nfirst-token.1~+/==\r\n  second  \n");
  const auto get = [&](const std::string& authorization) {
    return status(options, "GET", "/v1", {{"Authorization", authorization}});
  };
  EXPECT_EQ(get("Bearer first-token.1~+/=="), 200);
  EXPECT_EQ(get("bearer   second"), 200);
  EXPECT_EQ(get("Basic dXNlcjpzZWNvbmQ="), 200) << "user:second";
  EXPECT_EQ(get("Basic OnNlY29uZA=="), 200) << ":second";
  for (const auto* wrong : {"", "Bearer", "Bearer ", "Bearer secon", "Bearer secondd", "Bearer second,",
                            "Bearer Second", "second", "Basic second", "Basic c2Vjb25k", "Basic !!!", "Digest second",
                            "Bearer #", "Bearer first-token.1~+/== second"}) {
    EXPECT_EQ(get(wrong), 401) << wrong;
  }
  EXPECT_EQ(status(options, "GET", "/", {}), 401) << "the page";
  EXPECT_EQ(status(options, "GET", "/metrics", {}), 401);
  EXPECT_EQ(status(options, "GET", "/healthz", {}), 200);
  EXPECT_EQ(status(options, "GET", "/readyz?x", {}), 200);
  EXPECT_EQ(status(options, "OPTIONS", "/v1/cypher", {}), 200) << "before a browser may send a token";
}

TEST_F(AccessTest, tells_how_to_send_a_token_and_not_which) {
  const auto access = Access::of(with_tokens("hidden-one"), "127.0.0.1");
  const auto challenges = [](const Response& response) {
    std::vector<std::string> found;
    for (const auto& [name, value] : response.headers) {
      if (name == "WWW-Authenticate") found.push_back(value);
    }
    return found;
  };
  const auto first = access->refuse({"GET", "/v1", {}, {}});
  ASSERT_TRUE(first);
  const auto* const basic = "Basic realm=\"treatygraph\", charset=\"UTF-8\"";
  EXPECT_THAT(challenges(*first), ElementsAre("Bearer realm=\"treatygraph\"", basic));
  const auto second = access->refuse({"GET", "/v1", {{"Authorization", "Bearer x"}}, {}});
  EXPECT_THAT(challenges(*second), ElementsAre("Bearer realm=\"treatygraph\", error=\"invalid_token\"", basic));
  EXPECT_THAT(first->body + second->body, Not(HasSubstr("hidden-one")));
}

TEST_F(AccessTest, is_not_given_by_a_file_of_tokens_that_is_no_good) {
  EXPECT_THAT(error_of(""), HasSubstr("no token in it"));
  EXPECT_THAT(error_of("# all of it is a comment\n"), HasSubstr("no token in it"));
  EXPECT_THAT(error_of("good\ntwo words\n"), HasSubstr("line 2"));
  EXPECT_THAT(error_of(std::string(100'000, 'x')), HasSubstr("more than 65536 bytes"));
  AccessOptions missing;
  missing.token_file = (folder_ / "missing").string();
  EXPECT_THAT(Access::of(missing, "127.0.0.1").error().detail,
              AllOf(HasSubstr("--token-file"), HasSubstr("cannot be read")));
  missing.token_file = folder_.path().string();
  EXPECT_THAT(Access::of(missing, "127.0.0.1").error().detail, HasSubstr("cannot be read"));
}

}  // namespace
}  // namespace treatygraph::server
