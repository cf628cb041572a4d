// Requests and what must come back, from text files; the graph is drawn in a file beside them.

#include <algorithm>
#include <filesystem>
#include <sstream>

#include <gmock/gmock.h>

#include "server/service.h"
#include "tests/support/drawing.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph::server {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const std::filesystem::path kData = std::filesystem::path(TREATYGRAPH_SOURCE_DIR) / "tests/server/data";

struct Exchange {
  std::string method;
  std::string target;
  Headers headers;   // "> Name: value"
  std::string body;  // "| a line of it"
  int status = 0;
  std::vector<std::string> expectations;
};

std::vector<Exchange> exchanges_in(const std::string& text) {
  std::vector<Exchange> exchanges;
  std::istringstream lines(text);
  bool in_block = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with('#')) continue;
    if (line.empty()) {
      in_block = false;
    } else if (!in_block) {
      const auto space = line.find(' ');
      exchanges.push_back({line.substr(0, space), line.substr(space + 1), {}, {}, 0, {}});
      in_block = true;
    } else if (line.starts_with("> ")) {
      const auto colon = line.find(": ");
      exchanges.back().headers.emplace_back(line.substr(2, colon - 2), line.substr(colon + 2));
    } else if (line.starts_with("| ")) {
      exchanges.back().body += line.substr(2) + "\n";
    } else if (exchanges.back().status == 0) {
      exchanges.back().status = std::stoi(line);
    } else {
      exchanges.back().expectations.push_back(line);
    }
  }
  return exchanges;
}

std::string header(const Response& response, const std::string& name) {
  if (name == "content-type") return response.content_type;
  for (const auto& [given, value] : response.headers) {
    const bool same = std::ranges::equal(given, name, [](char a, char b) { return std::tolower(a) == b; });
    if (same) return value;
  }
  return "no such header";
}

void expect(const Response& response, const std::string& line) {
  if (line.starts_with("~ ")) {
    EXPECT_THAT(response.body, HasSubstr(line.substr(2)));
  } else if (line.starts_with("! ")) {
    EXPECT_THAT(response.body, Not(HasSubstr(line.substr(2))));
  } else {
    const auto colon = line.find(": ");
    EXPECT_THAT(header(response, line.substr(0, colon)), HasSubstr(line.substr(colon + 2)));
  }
}

class Routes : public ::testing::TestWithParam<const char*> {
 protected:
  Routes()
      : current_(std::make_shared<const Graph>(testing::graph_of(testing::bytes_of(kData / "lakes.graph")))),
        service_(current_, {{"https://draw.example"}, {}},
                 [this](const RequestRecord& record) { log_.push_back(record); }) {}

  Response ask(const std::string& method, const std::string& target, Headers headers = {}, std::string body = {}) {
    return service_.answer({method, target, std::move(headers), std::move(body), nullptr});
  }

  CurrentGraph current_;
  std::vector<RequestRecord> log_;
  Service service_;
};

TEST_P(Routes, answer_as_the_file_says) {
  const auto exchanges = exchanges_in(testing::bytes_of(kData / GetParam()));
  ASSERT_GT(exchanges.size(), 5U);
  for (const auto& [method, target, headers, body, status, expectations] : exchanges) {
    SCOPED_TRACE(method + " " + target);
    const auto response = ask(method, target, headers, body);
    EXPECT_EQ(response.status, status) << response.body;
    for (const auto& line : expectations) expect(response, line);
  }
}

INSTANTIATE_TEST_SUITE_P(Files, Routes, ::testing::Values("questions.txt", "refusals.txt", "cypher.txt"));

using Answers = Routes;

TEST_F(Answers, are_not_sent_again_to_who_has_them) {
  const auto first = ask("GET", "/v1/treaties");
  const auto tag = header(first, "etag");
  EXPECT_THAT(tag, HasSubstr("test"));
  const auto second = ask("GET", "/v1/treaties", {{"if-none-match", "\"other\", " + tag}});
  EXPECT_EQ(second.status, 304);
  EXPECT_EQ(second.body, "");
  EXPECT_NE(header(ask("GET", "/v1/treaties?x=1"), "etag"), tag);
  auto records = testing::records_of("lakes:art_1");
  current_.replace(std::make_shared<const Graph>(std::move(*Graph::build(std::move(records), "newer"))));
  EXPECT_EQ(ask("GET", "/v1/treaties", {{"If-None-Match", tag}}).status, 200);
}

TEST_F(Answers, may_be_used_by_pages_of_the_named_origin_only) {
  EXPECT_EQ(header(ask("GET", "/v1", {{"Origin", "https://draw.example"}}), "access-control-allow-origin"),
            "https://draw.example");
  EXPECT_EQ(header(ask("GET", "/v1", {{"Origin", "https://evil.example"}}), "access-control-allow-origin"),
            "no such header");
  EXPECT_EQ(header(ask("GET", "/v1"), "vary"), "Origin");
}

TEST_F(Answers, are_logged_with_their_request) {
  ask("GET", "/v1/treaties", {{"X-Request-Id", "mine-1"}});
  ask("GET", "/v1/treaties", {{"X-Request-Id", "bad\r\nid"}});
  ASSERT_EQ(log_.size(), 2U);
  EXPECT_EQ(log_[0].id, "mine-1");
  EXPECT_EQ(log_[0].status, 200);
  EXPECT_NE(log_[1].id, "bad\r\nid");
}

TEST_F(Answers, tell_probes_that_all_is_well) {
  EXPECT_EQ(ask("GET", "/healthz").body, "alive\n");
  EXPECT_THAT(ask("GET", "/readyz").body, HasSubstr("test"));
}

TEST_F(Answers, include_a_page_that_links_to_what_can_be_asked) {
  const auto page = ask("GET", "/");
  EXPECT_THAT(page.content_type, HasSubstr("text/html"));
  EXPECT_THAT(page.body, HasSubstr("/v1/dependencies?of="));
  EXPECT_THAT(header(page, "content-security-policy"), HasSubstr("default-src 'none'"));
}

}  // namespace
}  // namespace treatygraph::server
