#include "server/http/request_frame.h"

#include <chrono>

#include <gmock/gmock.h>

namespace treatygraph::server {
namespace {

using State = RequestFrame::State;

/// The head stays in `received`.
RequestFrame frame(std::string_view received) {
  return RequestFramer({}).look(received);
}

int refused_frame(std::string_view received) {
  const auto found = frame(received);
  return found.state == State::Refused ? found.refusal.status : 0;
}

constexpr std::string_view kGet = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
constexpr std::string_view kChunked = "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";

TEST(RequestFrame, ends_where_the_request_ends) {
  const auto received = std::string(kGet) + "GET /next";
  const auto found = frame(received);
  EXPECT_EQ(found.state, State::Complete);
  EXPECT_EQ(found.head, kGet);
  EXPECT_EQ(found.wire_bytes, kGet.size());
  const auto post = frame("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabcd");
  EXPECT_EQ(post.state, State::Complete);
  EXPECT_EQ(post.body, "abc");
  const auto chunked = frame(std::string(kChunked) + "3\r\nabc\r\n0\r\n\r\nGET");
  EXPECT_EQ(chunked.state, State::Complete);
  EXPECT_EQ(chunked.body, "abc");
  EXPECT_EQ(chunked.wire_bytes, kChunked.size() + 13);
}

TEST(RequestFrame, waits_for_the_rest_however_it_is_cut) {
  for (const std::string whole :
       {"\r\nPOST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc",
        "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"}) {
    RequestFramer framer({});
    for (std::size_t size = 0; size < whole.size(); ++size) {
      EXPECT_EQ(frame(whole.substr(0, size)).state, State::Incomplete) << size;
      EXPECT_EQ(framer.look(whole.substr(0, size)).state, State::Incomplete) << size;
    }
    const auto found = framer.look(whole);
    EXPECT_EQ(found.state, State::Complete);
    EXPECT_EQ(found.body, "abc");
    EXPECT_EQ(found.wire_bytes, whole.size());
  }
}

TEST(RequestFrame, is_followed_by_the_next) {
  RequestFramer framer({});
  std::string received = std::string(kChunked) + "1\r\na\r\n0\r\n\r\n\r\n" + std::string(kGet) + std::string(kGet);
  for (const auto* body : {"a", "", ""}) {
    const auto found = framer.look(received);
    ASSERT_EQ(found.state, State::Complete);
    EXPECT_EQ(found.body, body);
    received.erase(0, found.wire_bytes);
  }
  EXPECT_EQ(received, "");
}

TEST(RequestFrame, may_follow_empty_lines_but_not_many) {
  EXPECT_EQ(frame("\r\n\r\n" + std::string(kGet)).state, State::Complete);
  std::string many;
  for (int i = 0; i < 10; ++i) many += "\r\n";
  EXPECT_EQ(refused_frame(many), 400);
  EXPECT_EQ(refused_frame("\n" + std::string(kGet)), 400);
}

TEST(RequestFrame, tells_once_that_the_client_waits_for_a_word) {
  const std::string head = "POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n";
  RequestFramer framer({});
  EXPECT_FALSE(framer.look(head.substr(0, 30)).awaits_continue) << "the head is not whole";
  EXPECT_TRUE(framer.look(head).awaits_continue);
  EXPECT_FALSE(framer.look(head).awaits_continue);
  EXPECT_EQ(framer.look(head + "ab").state, State::Complete);
  EXPECT_TRUE(framer.look(head).awaits_continue) << "the next request";
  EXPECT_FALSE(frame(head + "a").awaits_continue) << "it has not waited";
  EXPECT_FALSE(frame("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n").awaits_continue);
  EXPECT_EQ(frame("GET / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n\r\n").state, State::Complete);
}

TEST(RequestFrame, refuses_what_could_be_read_in_two_ways) {
  EXPECT_EQ(refused_frame("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd"), 400);
  EXPECT_EQ(refused_frame("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3, 3\r\n\r\nabc"), 400);
  EXPECT_EQ(refused_frame("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: abc\r\n\r\n"), 400);
  EXPECT_EQ(refused_frame("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n"), 400);
  EXPECT_EQ(refused_frame("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: +1\r\n\r\na"), 400);
  EXPECT_EQ(refused_frame(std::string(kChunked) + "-2\r\n"), 400);
  EXPECT_EQ(refused_frame("GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n"), 400);
  EXPECT_EQ(refused_frame("GET / HTTP/1.1\r\nHost: x\r\nA: b\r\n folded\r\n\r\n"), 400);
  EXPECT_EQ(refused_frame("GET / HTTP/1.1\nHost: x\n\n"), 400);
}

TEST(RequestFrame, refuses_what_would_take_too_much) {
  EXPECT_EQ(refused_frame("GET /" + std::string(5'000, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n"), 414);
  EXPECT_EQ(refused_frame(std::string(20'000, 'a')), 414);
  EXPECT_EQ(refused_frame("GET / HTTP/1.1\r\nHost: x\r\nA: " + std::string(20'000, 'a')), 431);
  std::string many = "GET / HTTP/1.1\r\nHost: x\r\n";
  for (int i = 0; i < 100; ++i) many += "A: b\r\n";
  EXPECT_EQ(refused_frame(many + "\r\n"), 431);
  EXPECT_EQ(refused_frame("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n"), 413);
  EXPECT_EQ(refused_frame("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2000000\r\n\r\n"), 413);
  EXPECT_EQ(refused_frame(std::string(kChunked) + "200000\r\n"), 413);
  EXPECT_EQ(refused_frame("POST / HTTP/1.1\r\nHost: x\r\nContent-Encoding: gzip\r\nContent-Length: 1\r\n\r\nx"), 415);
}

TEST(RequestFrame, refuses_what_is_no_http) {
  EXPECT_EQ(refused_frame("GET /\r\n\r\n"), 400);
  EXPECT_EQ(refused_frame("GET  HTTP/1.1\r\n\r\n"), 400);
  EXPECT_EQ(refused_frame("GET / HTTP/1.1\r\n\r\n"), 400) << "no Host";
  constexpr std::string_view kNul("GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n", 30);
  EXPECT_EQ(refused_frame(kNul), 400);
  EXPECT_EQ(refused_frame(kNul.substr(0, 7)), 400) << "at once";
}

/// A reader that searched the head again with each byte would read 10^10 bytes.
TEST(RequestFrame, is_not_searched_again_with_each_byte_that_drips) {
  const auto begun = std::chrono::steady_clock::now();
  const auto whole = "GET / HTTP/1.1\r\nHost: x\r\nA: " + std::string(200'000, 'a') + "\r\n\r\n";
  FrameLimits limits;
  limits.head_bytes = 300'000;
  RequestFramer framer(limits);
  for (std::size_t size = 1; size < whole.size(); ++size) {
    ASSERT_EQ(framer.look(std::string_view(whole).substr(0, size)).state, State::Incomplete);
  }
  EXPECT_EQ(framer.look(whole).state, State::Complete);
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(10));
}

TEST(RequestFrame, survives_random_bytes) {
  std::uint64_t state = 1;
  const std::string_view pieces[] = {"GET ",
                                     "/",
                                     " HTTP/1.1",
                                     "\r\n",
                                     "\n",
                                     "Host: x",
                                     "Content-Length: ",
                                     "5",
                                     ":",
                                     "é",
                                     " ",
                                     "\r\n\r\n",
                                     "Transfer-Encoding: chunked"};
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes;
    for (int i = 0; i < 20; ++i) {
      state = state * 6364136223846793005U + 1442695040888963407U;
      bytes += pieces[(state >> 33U) % std::size(pieces)];
    }
    const auto found = frame(bytes);
    EXPECT_TRUE(found.wire_bytes <= bytes.size());
  }
}

}  // namespace
}  // namespace treatygraph::server
