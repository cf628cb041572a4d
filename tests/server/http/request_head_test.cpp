#include "server/http/request_head.h"

#include <gmock/gmock.h>

namespace treatygraph::server {
namespace {

using ::testing::HasSubstr;

RequestHead head_of(const std::string& head) {
  auto read = read_request_head(head + "\r\n", {});
  const auto* found = std::get_if<RequestHead>(&read);
  EXPECT_NE(found, nullptr) << head << std::get<Refusal>(read).detail;
  return found == nullptr ? RequestHead() : *found;
}

Refusal refusal_of(const std::string& head) {
  auto read = read_request_head(head + "\r\n", {});
  const auto* wrong = std::get_if<Refusal>(&read);
  return wrong == nullptr ? Refusal{0, "taken: " + head} : *wrong;
}

int refused_head(const std::string& head) {
  return refusal_of(head).status;
}

std::string get(const std::string& headers) {
  return "GET / HTTP/1.1\r\n" + headers;
}

std::string post(const std::string& headers) {
  return "POST / HTTP/1.1\r\nHost: x\r\n" + headers;
}

std::string asking(const std::string& target) {
  return "GET " + target + " HTTP/1.1\r\nHost: x\r\n";
}

TEST(RequestHead, says_how_the_body_is_framed) {
  EXPECT_EQ(head_of(post("Content-Length: 3\r\n")).content_length, 3U);
  EXPECT_TRUE(head_of(post("Transfer-Encoding: Chunked\r\n")).is_chunked);
  EXPECT_TRUE(head_of(post("Transfer-Encoding: , chunked ,\r\n")).is_chunked);
  EXPECT_FALSE(head_of(post("")).is_chunked);
}

TEST(RequestHead, refuses_a_body_that_could_end_in_two_places) {
  EXPECT_EQ(refused_head(post("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n")), 400);
  EXPECT_EQ(refused_head(post("Transfer-Encoding: chunked\r\nContent-Length: 3\r\n")), 400);
  EXPECT_EQ(refused_head(post("Transfer-Encoding: chunked, chunked\r\n")), 400);
  EXPECT_EQ(refused_head(post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n")), 400);
  EXPECT_EQ(refused_head(post("Transfer-Encoding: chunked, gzip\r\n")), 400) << "chunked is not the last";
  EXPECT_EQ(refused_head(post("Transfer-Encoding:\r\n")), 400);
  EXPECT_EQ(refused_head("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n"), 400);
}

TEST(RequestHead, refuses_codings_that_it_does_not_know) {
  for (const auto* coding :
       {"gzip, chunked", "gzip", "identity", "xchunked", "chunkedx", "chunked;q=1", "\"chunked\""}) {
    EXPECT_EQ(refused_head(post("Transfer-Encoding: " + std::string(coding) + "\r\n")), 501) << coding;
  }
}

TEST(RequestHead, knows_one_expectation) {
  EXPECT_TRUE(head_of(post("Expect: 100-Continue\r\nContent-Length: 3\r\n")).expects_continue);
  EXPECT_FALSE(head_of("POST / HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 3\r\n").expects_continue);
  EXPECT_EQ(refused_head(post("Expect: a-miracle\r\n")), 417);
  EXPECT_EQ(refused_head(post("Expect: 100-continue, a-miracle\r\n")), 417);
  EXPECT_EQ(refused_head(post("Expect: 100-continue\r\nContent-Length: 2000000\r\n")), 413)
      << "the client need not send it";
}

TEST(RequestHead, tells_methods_that_nobody_knows_from_words_that_are_none) {
  EXPECT_EQ(refused_head("BREW / HTTP/1.1\r\nHost: x\r\n"), 501);
  EXPECT_EQ(refused_head("get / HTTP/1.1\r\nHost: x\r\n"), 501) << "methods have their case";
  EXPECT_EQ(refused_head("CONNECT x:443 HTTP/1.1\r\nHost: x\r\n"), 501);
  EXPECT_EQ(refused_head("G(T / HTTP/1.1\r\nHost: x\r\n"), 400);
  for (const auto* known : {"HEAD", "PUT", "PATCH", "DELETE", "TRACE"}) {
    head_of(std::string(known) + " / HTTP/1.1\r\nHost: x\r\n");
  }
}

TEST(RequestHead, takes_versions_as_their_minor_number_allows) {
  head_of("GET / HTTP/1.2\r\nHost: x\r\n");
  EXPECT_EQ(refused_head("GET / HTTP/2.0\r\nHost: x\r\n"), 505);
  EXPECT_EQ(refused_head("PRI * HTTP/2.0\r\n"), 505);
  for (const auto* wrong : {"HTTP/1.", "HTTP/11", "http/1.1", "HTTP/1.1.1", "HTTP/+1.1", "ICY/1.1", "HTTP/1.1 "}) {
    EXPECT_EQ(refused_head("GET / " + std::string(wrong) + "\r\nHost: x\r\n"), 400) << wrong;
  }
}

TEST(RequestHead, has_one_host_that_is_one) {
  EXPECT_EQ(refused_head(get("")), 400);
  EXPECT_EQ(refused_head(get("Host: x\r\nHost: x\r\n")), 400);
  EXPECT_EQ(refused_head(get("Host:\r\n")), 400);
  for (const auto* wrong : {"a b", "x/y", "user@x", "x:port", "[::1", "x, y", "http://x"}) {
    EXPECT_EQ(refused_head(get("Host: " + std::string(wrong) + "\r\n")), 400) << wrong;
  }
  for (const auto* right : {"x", "x:80", "[::1]:80", "127.0.0.1"}) head_of(get("Host: " + std::string(right) + "\r\n"));
  head_of("OPTIONS * HTTP/1.1\r\nHost:\r\n");
  head_of("GET / HTTP/1.0\r\n");
  EXPECT_EQ(refused_head("GET / HTTP/1.0\r\nHost: a b\r\n"), 400);
}

TEST(RequestHead, may_name_the_host_in_its_target) {
  const std::string head = "GET HTTP://Lakes.example:80/v1/nodes?label=A#part HTTP/1.1\r\nhost: other\r\n\r\n";
  ASSERT_TRUE(std::holds_alternative<RequestHead>(read_request_head(head, {})));
  EXPECT_EQ(target_in(head), "/v1/nodes?label=A");
  EXPECT_THAT(head_for_library(head), HasSubstr("\r\nHost: Lakes.example:80\r\n"));
  EXPECT_THAT(head_for_library(head), Not(HasSubstr("other")));
  EXPECT_EQ(target_in("GET http://x HTTP/1.1\r\n\r\n"), "/");
  EXPECT_EQ(target_in("OPTIONS http://x HTTP/1.1\r\n\r\n"), "*");
  EXPECT_EQ(target_in("GET /v1?u=http://y/z HTTP/1.1\r\n\r\n"), "/v1?u=http://y/z");
}

TEST(RequestHead, refuses_targets_of_other_forms) {
  EXPECT_EQ(refused_head(asking("https://x/")), 421);
  for (const auto* wrong : {"ftp://x/", "http://", "http:///v1", "http://user@x/", "http://x:y/", "x:443", "x", "*",
                            "?q", "http:/x", "/a\tb", "/a b"}) {
    EXPECT_EQ(refused_head(asking(wrong)), 400) << wrong;
  }
  EXPECT_EQ(refused_head("OPTIONS x HTTP/1.1\r\nHost: x\r\n"), 400);
}

TEST(RequestHead, refuses_headers_that_servers_read_differently) {
  for (const auto* wrong : {"A : b", " A: b", "\tA: b", "A", ": b", "A\x01: b", "A: b\rC: d", "A: \x7f",
                            "A: b\r\n folded", "Bad Name: b", "(A): b"}) {
    EXPECT_EQ(refused_head(get("Host: x\r\n" + std::string(wrong) + "\r\n")), 400) << wrong;
  }
}

TEST(RequestHead, asks_to_close_or_to_stay_by_a_list) {
  const auto stays = [](const std::string& version, const std::string& headers) {
    return keeps_alive("GET / HTTP/" + version + "\r\n" + headers + "\r\n");
  };
  EXPECT_TRUE(stays("1.1", ""));
  EXPECT_TRUE(stays("1.1", "Connection: upgrade, TE\r\n"));
  for (const auto* closing : {"close", "Close", "keep-alive, close", "close,keep-alive", "TE ,\tCLOSE", ",close"}) {
    EXPECT_FALSE(stays("1.1", "Connection: " + std::string(closing) + "\r\n")) << closing;
  }
  EXPECT_FALSE(stays("1.1", "Connection: keep-alive\r\nX: y\r\nconnection: close\r\n"));
  EXPECT_TRUE(stays("1.1", "Connection: closed\r\n"));
  EXPECT_FALSE(stays("1.0", ""));
  EXPECT_TRUE(stays("1.0", "Connection: Keep-Alive\r\n"));
  EXPECT_FALSE(stays("1.0", "Connection: keep-alive, close\r\n"));
}

TEST(RequestHead, hands_on_what_the_library_may_act_on) {
  constexpr std::string_view kHead =
      "POST /v1/nodes?label=A%20b HTTP/1.1\r\nRange: bytes=0-1,0-1\r\nHost: x\r\nexpect: 100-continue\r\n"
      "accept-encoding: \t br\r\nTransfer-Encoding: chunked\r\nConnection: keep-alive, close\r\nA:  b \r\n\r\n";
  EXPECT_EQ(head_for_library(kHead), "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nA: b\r\n\r\n");
  EXPECT_EQ(header_in(kHead, "accept-encoding"), "br");
  EXPECT_EQ(header_in(kHead, "accept"), "");
  EXPECT_EQ(head_for_library("OPTIONS * HTTP/1.0\r\n\r\n"), "OPTIONS / HTTP/1.0\r\nConnection: close\r\n\r\n");
}

}  // namespace
}  // namespace treatygraph::server
