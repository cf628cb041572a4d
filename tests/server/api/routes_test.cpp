// Requests and expected answers from text files; each graph is drawn in a file beside them.

#include <algorithm>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "tests/server/exchanges.h"
#include "tests/server/lakes_server.h"

namespace treatygraph::server {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

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
  Response ask(const std::string& method, const std::string& target, Headers headers = {}, std::string body = {}) {
    return server_.ask(method, target, std::move(headers), std::move(body));
  }

  LakesServer server_;
};

TEST_P(Routes, answer_as_the_file_says) {
  const auto exchanges = exchanges_in(GetParam());
  ASSERT_GT(exchanges.size(), 5U);
  for (const auto& [method, target, headers, body, status, expectations] : exchanges) {
    SCOPED_TRACE(method + " " + target);
    const auto response = ask(method, target, headers, body);
    EXPECT_EQ(response.status, status) << response.body;
    for (const auto& line : expectations) expect(response, line);
  }
}

INSTANTIATE_TEST_SUITE_P(Files, Routes,
                         ::testing::Values("questions.txt", "refusals.txt", "cypher.txt", "contract.txt", "trust.txt",
                                           "mcp.txt"));

TEST(AdminRoutes, answer_as_the_file_says) {
  LakesServer server;
  for (const auto& [method, target, headers, body, status, expectations] : exchanges_in("admin.txt")) {
    SCOPED_TRACE(method + " " + target);
    const auto response = server.ask_as_operator(method, target, headers);
    EXPECT_EQ(response.status, status) << response.body;
    for (const auto& line : expectations) expect(response, line);
  }
}

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
  server_.current.replace(std::make_shared<const Graph>(std::move(*Graph::build(std::move(records), "newer"))));
  EXPECT_EQ(ask("GET", "/v1/treaties", {{"If-None-Match", tag}}).status, 200);
}

TEST_F(Answers, of_rows_are_whole_unless_a_page_is_asked_for) {
  const auto rows = [&](const std::string& target) { return std::ranges::count(ask("GET", target).body, '\n') - 1; };
  EXPECT_EQ(rows("/v1/nodes?label=Provision&format=csv"), rows("/v1/nodes?label=Provision&limit=1000&format=csv"));
  const auto page = ask("GET", "/v1/nodes?label=Provision&limit=2&format=csv");
  EXPECT_EQ(std::ranges::count(page.body, '\n') - 1, 2);
  EXPECT_THAT(header(page, "treatygraph-truncated"), HasSubstr("on this page"));
  const auto link = header(page, "link");
  EXPECT_THAT(link, HasSubstr("</v1/nodes?label=Provision&limit=2&format=csv&cursor="));
  const auto next = link.substr(1, link.find('>') - 1);
  EXPECT_NE(ask("GET", next).body, page.body);
  EXPECT_EQ(header(ask("GET", "/v1/nodes?label=Provision&limit=all"), "link"), "no such header");
}

TEST_F(Answers, of_rows_are_whole_where_answers_have_no_pages) {
  std::string drawing;
  for (int i = 1; i < 480; i += 2) {
    drawing +=
        fmt::format("lakes:art_{0} -REFERS_TO-> lakes:art_{1}\nlakes:art_{1} -REFERS_TO-> lakes:art_{0}\n", i, i + 1);
  }
  server_.current.replace(std::make_shared<const Graph>(testing::graph_of(testing::records_of(drawing))));
  const auto rows = [&](const std::string& target) {
    const auto response = ask("GET", target);
    EXPECT_EQ(header(response, "treatygraph-truncated"), "no such header") << target;
    return std::ranges::count(response.body, '\n');
  };
  EXPECT_GE(rows("/v1/rank?format=csv"), 480) << "50 in JSON";
  EXPECT_GE(rows("/v1/cycles?format=csv"), 240) << "100 rings in JSON";
  EXPECT_EQ(rows("/v1/rank?format=ndjson"), rows("/v1/rank?limit=100000&format=ndjson"));
  EXPECT_THAT(header(ask("GET", "/v1/rank?limit=2&format=csv"), "treatygraph-truncated"), HasSubstr("2"));
}

TEST_F(Answers, have_positions_in_formats_that_hold_them_and_nowhere_else) {
  const std::string drawing = "/v1/neighborhood?of=lakes:art_1&layout=auto&format=";
  EXPECT_THAT(ask("GET", drawing + "cytoscape").body, HasSubstr("\"position\":{\"x\":"));
  EXPECT_THAT(ask("GET", drawing + "graphml").body, HasSubstr("<data key=\"n.x\">"));
  EXPECT_THAT(ask("GET", drawing + "gexf").body, HasSubstr("<viz:position x="));
  EXPECT_THAT(ask("GET", drawing + "dot").body, HasSubstr(", pos=\""));
  for (const auto* format : {"json", "turtle", "csv", "html"}) {
    EXPECT_EQ(ask("GET", drawing + format).status, 400) << format;
  }
}

TEST_F(Answers, in_openCypher_are_drawn_and_slim_as_any_other) {
  const std::string query = "/v1/cypher?query=MATCH+(a:Article)-%5Br%5D-(b)+RETURN+a,r,b+LIMIT+3&format=";
  EXPECT_THAT(ask("GET", query + "cytoscape&layout=auto").body, HasSubstr("\"position\":{\"x\":"));
  EXPECT_THAT(ask("GET", query + "cytoscape&fields=none").body, HasSubstr("\"properties\":{}"));
  EXPECT_THAT(ask("GET", query + "json&fields=none").body, HasSubstr("\"properties\":{}"));
  EXPECT_EQ(ask("GET", query + "csv&layout=auto").status, 400);
}

TEST_F(Answers, that_are_drawn_say_where_the_next_page_begins) {
  for (const auto* format : {"cytoscape", "graphology", "d3", "graphml", "gexf", "dot"}) {
    const auto page = ask("GET", std::string("/v1/nodes?label=Provision&limit=2&format=") + format);
    const auto link = header(page, "link");
    const auto cursor = link.substr(link.find("cursor=") + 7);
    EXPECT_THAT(page.body, HasSubstr(cursor.substr(0, cursor.find_first_of("%&>")))) << format;
  }
  EXPECT_THAT(ask("GET", "/v1/neighborhood?of=lakes:art_1&format=d3").body, Not(HasSubstr("next_cursor")));
}

TEST_F(Answers, that_are_drawn_count_no_neighbour_that_the_question_could_not_see) {
  const auto drawn = [&](const std::string& scope) {
    const auto body = ask("GET", "/v1/neighborhood?of=lakes:art_1&limit=1&format=d3" + scope).body;
    return body.substr(body.find("\"hidden_neighbours\":"), 30);
  };
  EXPECT_NE(drawn(""), drawn("&without=lakes:art_1__para_1"));
}

TEST_F(Answers, are_slim_where_fields_are_asked_for) {
  const auto whole = ask("GET", "/v1/nodes/lakes:art_1").body;
  EXPECT_THAT(whole, HasSubstr("\"eid\":"));
  const auto slim = ask("GET", "/v1/nodes/lakes:art_1?fields=eid").body;
  EXPECT_THAT(slim, HasSubstr("\"properties\":{\"eid\":\"art_1\"}"));
  EXPECT_THAT(ask("GET", "/v1/nodes/lakes:art_1?fields=none").body, HasSubstr("\"properties\":{}"));
  const auto refused = ask("GET", "/v1/nodes/lakes:art_1?fields=eidd");
  EXPECT_EQ(refused.status, 400);
  EXPECT_THAT(refused.body, HasSubstr("eid"));
  EXPECT_EQ(ask("GET", "/v1/nodes/lakes:art_1?fields=eid&format=csv").status, 400);
}

TEST_F(Answers, are_said_to_exist_by_a_star_only_where_they_do) {
  EXPECT_EQ(ask("GET", "/v1/treaties", {{"If-None-Match", "*"}}).status, 304);
  EXPECT_EQ(ask("GET", "/v1/nodes/lakes:art_99", {{"If-None-Match", "*"}}).status, 404);
  EXPECT_EQ(ask("GET", "/v1/nothing", {{"If-None-Match", "*"}}).status, 404);
}

TEST_F(Answers, of_the_program_itself_keep_their_tag_when_the_data_change) {
  const auto tag = header(ask("GET", "/assets/page.js"), "etag");
  auto records = testing::records_of("lakes:art_1");
  server_.current.replace(std::make_shared<const Graph>(std::move(*Graph::build(std::move(records), "newer"))));
  EXPECT_EQ(ask("GET", "/assets/page.js", {{"If-None-Match", tag}}).status, 304);
}

TEST_F(Answers, give_browsers_the_icon_that_they_look_for_unasked) {
  const auto icon = ask("GET", "/favicon.ico");
  EXPECT_EQ(icon.status, 200);
  EXPECT_EQ(icon.content_type, "image/svg+xml; charset=utf-8");
}

TEST_F(Answers, tell_what_the_server_as_a_whole_allows) {
  const auto whole = ask("OPTIONS", "*");
  EXPECT_EQ(whole.status, 204);
  EXPECT_EQ(header(whole, "allow"), "GET, HEAD, POST, DELETE, OPTIONS");
  EXPECT_EQ(ask("GET", "*").status, 404);
}

TEST_F(Answers, are_not_begun_when_their_time_was_over_before_their_turn_came) {
  const auto ask_late = [&](const std::string& target) {
    Request request{"GET", target, {}, {}, nullptr};
    request.arrived -= queries::Budget::Limits().time;
    return server_.service.answer(request);
  };
  const auto late = ask_late("/v1/treaties");
  EXPECT_EQ(late.status, 503);
  EXPECT_THAT(late.body, HasSubstr("before its turn came; ask again"));
  EXPECT_GE(server_.log.back().took, queries::Budget::Limits().time) << "the client has waited for all of it";
  EXPECT_EQ(ask_late("/readyz").status, 200) << "what tells of the server itself is told";
}

TEST_F(Answers, have_no_tag_where_they_were_cancelled_or_are_live) {
  EXPECT_EQ(header(ask("GET", "/readyz"), "etag"), "no such header");
  server_.gone = true;
  EXPECT_EQ(header(ask("GET", "/v1/treaties"), "etag"), "no such header");
}

TEST_F(Answers, are_compressed_for_who_accepts_it) {
  const auto encoding = [&](const std::string& accepted) {
    return header(ask("GET", "/v1", {{"Accept-Encoding", accepted}}), "content-encoding");
  };
  EXPECT_EQ(encoding("gzip, deflate, br"), "gzip");
  EXPECT_EQ(encoding("br;q=1.0, *;q=0.5"), "gzip");
  EXPECT_EQ(encoding("gzip;q=0"), "no such header");
  EXPECT_EQ(encoding("identity, gzip;q=0.5"), "no such header");
  EXPECT_EQ(encoding("br"), "no such header");
}

TEST_F(Answers, name_their_snapshot_and_are_refused_of_another) {
  EXPECT_EQ(header(ask("GET", "/v1/treaties?format=csv"), "treatygraph-snapshot"), "test");
  EXPECT_EQ(ask("GET", "/v1/treaties?snapshot=test").status, 200);
  const auto first = ask("GET", "/v1/nodes?label=Article&limit=2");
  const auto begin = first.body.find("next_cursor\":\"") + 14;
  const auto cursor = first.body.substr(begin, first.body.find('"', begin) - begin);
  const auto second = "/v1/nodes?label=Article&limit=2&cursor=" + cursor;
  EXPECT_EQ(ask("GET", second).status, 200);
  auto records = testing::records_of("lakes:art_1");
  server_.current.replace(std::make_shared<const Graph>(std::move(*Graph::build(std::move(records), "newer"))));
  const auto refused = ask("GET", second);
  EXPECT_EQ(refused.status, 409);
  EXPECT_THAT(refused.body, HasSubstr("\"asked_snapshot\":\"test\",\"loaded_snapshot\":\"newer\""));
  EXPECT_THAT(refused.body, HasSubstr("start again without cursor"));
}

TEST_F(Answers, of_a_transaction_are_of_the_snapshot_that_it_began_with) {
  ASSERT_EQ(ask("POST", "/db/neo4j/query/v2/tx").status, 202);
  auto records = testing::records_of("lakes:art_1");
  server_.current.replace(std::make_shared<const Graph>(std::move(*Graph::build(std::move(records), "newer"))));
  const std::string reads = R"x({"statement": "MATCH (n {key: 'lakes:art_3'}) RETURN count(n) AS old"})x";
  const auto old = ask("POST", "/db/neo4j/query/v2/tx/{transaction}", {}, reads);
  EXPECT_THAT(old.body, HasSubstr("[[1]]"));
  EXPECT_EQ(header(old, "treatygraph-snapshot"), "test");
  EXPECT_THAT(ask("POST", "/db/neo4j/query/v2", {}, reads).body, HasSubstr("[[0]]"));
  EXPECT_EQ(ask("POST", "/db/neo4j/query/v2/tx/{transaction}", {}, R"x({"statement": "CREATE (n)"})x").status, 403);
  EXPECT_EQ(ask("POST", "/db/neo4j/query/v2/tx/{transaction}/commit").status, 404) << "an error ends it";
}

TEST_F(Answers, repeat_no_more_of_a_request_than_a_person_reads) {
  const std::string megabyte(1'000'000, 'x');
  const std::pair<const char*, std::string> asked[] = {
      {"/v1/cypher", R"({"query": "RETURN ')" + megabyte + R"(' + unknown"})"},
      {"/v1/cypher", R"({"query": "RETURN )" + megabyte + R"("})"},
      {"/v1/cypher", R"({"query": ")" + megabyte + R"("})"},
      {"/v1/cypher", R"({"query": "RETURN $p.x", "parameters": {"p": [")" + megabyte + R"("]}})"},
      {"/v1/cypher", R"({")" + megabyte + R"(": 1, ")" + megabyte + R"(": 2})"},
      {"/openCypher", R"({"query": "RETURN ')" + megabyte + R"(' + unknown"})"},
      {"/db/treatygraph/query/v2", R"({"statement": "RETURN ')" + megabyte + R"(' + unknown"})"},
      {"/db/treatygraph/query/v2", R"({"statement": ")" + megabyte + R"("})"}};
  for (const auto& [path, body] : asked) {
    const auto response = ask("POST", path, {{"Content-Type", "application/json"}}, body);
    SCOPED_TRACE(path + body.substr(0, 40) + " " + response.body.substr(0, 300));
    if (response.status == 200) continue;
    EXPECT_LT(response.body.size(), 6'000U);
  }
  EXPECT_LT(ask("GET", "/v1/nodes/" + megabyte).body.size(), 6'000U);
}

TEST_F(Answers, may_be_used_by_pages_of_the_named_origin_only) {
  EXPECT_EQ(header(ask("GET", "/v1", {{"Origin", "https://draw.example"}}), "access-control-allow-origin"),
            "https://draw.example");
  EXPECT_EQ(header(ask("GET", "/v1", {{"Origin", "https://evil.example"}}), "access-control-allow-origin"),
            "no such header");
  EXPECT_EQ(header(ask("GET", "/v1"), "vary"), "Accept, Accept-Encoding, Origin");
}

TEST_F(Answers, are_logged_with_their_request) {
  ask("GET", "/v1/treaties", {{"X-Request-Id", "mine-1"}});
  ask("GET", "/v1/treaties", {{"X-Request-Id", "bad\r\nid"}});
  ASSERT_EQ(server_.log.size(), 2U);
  EXPECT_EQ(server_.log[0].id, "mine-1");
  EXPECT_EQ(server_.log[0].status, 200);
  EXPECT_NE(server_.log[1].id, "bad\r\nid");
}

TEST_F(Answers, tell_probes_that_all_is_well) {
  EXPECT_EQ(ask("GET", "/healthz").body, "alive\n");
  EXPECT_THAT(ask("GET", "/readyz").body, HasSubstr("test"));
}

TEST_F(Answers, include_a_page_that_links_to_what_can_be_asked) {
  const auto page = ask("GET", "/");
  EXPECT_THAT(page.content_type, HasSubstr("text/html"));
  EXPECT_THAT(page.body, HasSubstr("/assets/page.js"));
  EXPECT_THAT(page.body, HasSubstr("<a href=\"/v1\">")) << "for who has no JavaScript";
  EXPECT_THAT(header(page, "content-security-policy"), HasSubstr("default-src 'none'"));
}

TEST_F(Answers, of_a_page_of_a_provision_name_the_words_that_it_will_ask_for) {
  EXPECT_EQ(header(ask("GET", "/read/uncc/art_24__para_2__point_a"), "link"),
            "</v1/text?of=uncc%3Aart_24&limit=1500>; rel=preload; as=fetch; crossorigin");
  EXPECT_THAT(header(ask("GET", "/read/uncc@2023-05/%3E%3B%22%20art"), "link"),
              HasSubstr("</v1/text?of=uncc%402023-05%3A%3E%3B%22+art&limit"))
      << "no other target, and no parameter of it";
  EXPECT_EQ(header(ask("GET", "/read/uncc"), "link"), "no such header");
}

}  // namespace
}  // namespace treatygraph::server
