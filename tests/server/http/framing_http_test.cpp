// Requests in every form that RFC 9110 and 9112 allow, over a real socket.

#include <gmock/gmock.h>

#include "tests/server/lakes_http.h"

namespace treatygraph::server {
namespace {

using ::testing::AllOf;

using ::testing::HasSubstr;
using ::testing::Not;
using testing::RawClient;
using ::testing::StartsWith;
using namespace std::chrono_literals;

/// Answers with the request as the service received it.
class Framing : public LakesHttp {
 protected:
  Response answer(const Request& request) override {
    Response response;
    response.content_type = "text/plain";
    response.body =
        fmt::format("{} {} at {} with [{}]", request.method, request.target, request.header("Host"), request.body);
    return response;
  }

  [[nodiscard]] static std::string chunked(std::string_view headers, std::string_view body) {
    return fmt::format("POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n{}\r\n{}", headers, body);
  }
};

TEST_F(Framing, takes_a_body_in_chunks_and_then_the_next_request) {
  RawClient client(port_);
  client.send(chunked("", "3;a=b\r\nabc\r\n2\r\nde\r\n0\r\nA: b\r\n\r\n"));
  EXPECT_THAT(client.receive("]"), HasSubstr("POST /a at x with [abcde]"));
  client.send("\r\n" + chunked("Connection: close\r\n", "1\r\n"));
  client.send("f\r\n0\r");
  client.send("\n\r\n");
  EXPECT_THAT(client.receive(), HasSubstr("POST /a at x with [f]"));
}

TEST_F(Framing, takes_chunks_byte_by_byte) {
  RawClient client(port_);
  for (const char c : chunked("Connection: close\r\n", "3\r\nabc\r\n0\r\n\r\n")) client.send(std::string(1, c));
  EXPECT_THAT(client.receive(), HasSubstr("with [abc]"));
}

TEST_F(Framing, refuses_chunks_beyond_the_limit_before_they_come) {
  EXPECT_THAT(testing::exchange(port_, chunked("", "200000\r\n")),
              AllOf(StartsWith("HTTP/1.1 413"), HasSubstr("1048576 bytes")));
  EXPECT_THAT(testing::exchange(port_, chunked("Content-Length: 3\r\n", "3\r\nabc\r\n0\r\n\r\n")),
              AllOf(StartsWith("HTTP/1.1 400"), HasSubstr("not both"), HasSubstr("Connection: close")));
}

TEST_F(Framing, tells_who_waits_to_go_on) {
  RawClient client(port_);
  client.send("POST /a HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nConnection: close\r\nContent-Length: 3\r\n\r\n");
  EXPECT_EQ(client.receive("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
  client.send("abc");
  EXPECT_THAT(client.receive(), AllOf(StartsWith("HTTP/1.1 200"), HasSubstr("with [abc]"), Not(HasSubstr("100 C"))));
}

TEST_F(Framing, tells_who_waits_in_vain_so_at_once) {
  const auto refused = testing::exchange(
      port_, "POST /a HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 99999999\r\n\r\n");
  EXPECT_THAT(refused, StartsWith("HTTP/1.1 413"));
  EXPECT_THAT(testing::exchange(port_, "GET /a HTTP/1.1\r\nHost: x\r\nExpect: wonders\r\n\r\n"),
              StartsWith("HTTP/1.1 417"));
}

TEST_F(Framing, reads_the_host_of_an_absolute_target) {
  EXPECT_THAT(
      testing::exchange(port_, "GET http://lakes.example/a?b=c HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"),
      HasSubstr("GET /a?b=c at lakes.example with []"));
  EXPECT_THAT(testing::exchange(port_, "GET https://lakes.example/ HTTP/1.1\r\nHost: x\r\n\r\n"),
              StartsWith("HTTP/1.1 421"));
}

TEST_F(Framing, closes_when_any_word_of_a_list_says_so) {
  EXPECT_THAT(testing::exchange(port_, "GET /a HTTP/1.1\r\nHost: x\r\nConnection: keep-alive, Close\r\n\r\n"),
              AllOf(HasSubstr("GET /a"), HasSubstr("Connection: close")));
  RawClient client(port_);
  client.send("GET /a HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n");
  EXPECT_THAT(client.receive("]"), HasSubstr("GET /a at  with []"));
  client.send("GET /b HTTP/1.0\r\n\r\n");
  EXPECT_THAT(client.receive(), HasSubstr("GET /b"));
}

TEST_F(Framing, skips_an_empty_line_before_a_request) {
  EXPECT_THAT(testing::exchange(port_, "\r\nGET /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"),
              HasSubstr("GET /a"));
}

TEST_F(Framing, tells_unknown_methods_from_those_that_a_route_lacks) {
  EXPECT_THAT(
      testing::exchange(port_, "BREW /a HTTP/1.1\r\nHost: x\r\n\r\n"),
      AllOf(StartsWith("HTTP/1.1 501"), HasSubstr("Not Implemented"), HasSubstr("does not know the method BREW")));
}

}  // namespace
}  // namespace treatygraph::server
