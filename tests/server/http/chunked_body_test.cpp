#include "server/http/chunked_body.h"

#include <chrono>

#include <fmt/format.h>
#include <gmock/gmock.h>

namespace treatygraph::server {
namespace {

struct Read {
  int refused = 0;
  bool is_whole = false;
  std::string text;
  std::size_t bytes = 0;
};

Read read(std::string_view encoded, const FrameLimits& limits = {}) {
  ChunkedBody body(limits);
  const auto wrong = body.read(encoded);
  if (wrong) return {wrong->status, false, {}, 0};
  return {0, body.is_whole(), body.take_text(), body.encoded_bytes()};
}

int refused_body(std::string_view encoded, const FrameLimits& limits = {}) {
  return read(encoded, limits).refused;
}

std::string chunk(std::string_view text) {
  return fmt::format("{:x}\r\n{}\r\n", text.size(), text);
}

TEST(ChunkedBody, is_what_its_chunks_hold) {
  const auto body = read("3\r\nabc\r\nA\r\n0123456789\r\n00\r\n\r\nGET /next");
  EXPECT_TRUE(body.is_whole);
  EXPECT_EQ(body.text, "abc0123456789");
  EXPECT_EQ(body.bytes, std::string_view("3\r\nabc\r\nA\r\n0123456789\r\n00\r\n\r\n").size());
  EXPECT_EQ(read("0\r\n\r\n").text, "");
  EXPECT_TRUE(read("0\r\n\r\n").is_whole);
}

TEST(ChunkedBody, drops_extensions_and_trailers) {
  const auto body = read("3;a;b=c ; d=\"x;\\\"y\"\r\nabc\r\n0 ;last\r\nDigest: x\r\nX-Y:\r\n\r\n");
  EXPECT_TRUE(body.is_whole);
  EXPECT_EQ(body.text, "abc");
}

TEST(ChunkedBody, may_come_byte_by_byte) {
  const std::string whole = chunk("abc") + chunk(std::string(20, 'x')) + "0;e=f\r\nA: b\r\n\r\n";
  ChunkedBody body({});
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_FALSE(body.read(std::string_view(whole).substr(0, size)));
    EXPECT_FALSE(body.is_whole()) << size;
  }
  EXPECT_FALSE(body.read(whole));
  EXPECT_TRUE(body.is_whole());
  EXPECT_EQ(body.take_text(), "abc" + std::string(20, 'x'));
}

TEST(ChunkedBody, refuses_what_could_be_read_in_two_ways) {
  for (const auto* wrong : {"-2\r\n",
                            "+3\r\nabc\r\n",
                            "0x3\r\nabc\r\n",
                            " 3\r\nabc\r\n",
                            "3 \r\nabc\r\n",
                            "\r\n",
                            "g\r\n",
                            "3\nabc\r\n",
                            "\n",
                            "3\r\nabcd\r\n",
                            "3\r\nabc\n",
                            "3\r\nab\r\n0\r\n",
                            "3;\r\nabc\r\n",
                            "3;a=\r\nabc\r\n",
                            "3;a=\"b\r\nabc\r\n",
                            "3;a\rb\r\nabc\r\n",
                            "3 a\r\nabc\r\n",
                            "3_0\r\n",
                            "0\r\nno trailer\r\n\r\n",
                            "0\r\nA : b\r\n\r\n",
                            "0\r\n folded: x\r\n\r\n",
                            "0\r\nA: \x01\r\n\r\n",
                            "0\r\nA: b\n\r\n"}) {
    EXPECT_EQ(refused_body(wrong), 400) << wrong;
  }
}

TEST(ChunkedBody, refuses_what_would_take_too_much) {
  EXPECT_EQ(refused_body("100001\r\n"), 413);
  EXPECT_EQ(refused_body("ffffffffffffffff\r\n"), 413);
  EXPECT_EQ(refused_body("fffffffffffffffffff\r\n"), 413) << "more than 64 bits";
  EXPECT_EQ(refused_body(chunk(std::string(600'000, 'x')) + "80000\r\n"), 413) << "in sum";
  EXPECT_EQ(refused_body("3;" + std::string(5'000, 'a')), 400) << "a line without end";
  std::string trailers = "0\r\n";
  for (int i = 0; i < 100; ++i) trailers += "A: b\r\n";
  EXPECT_EQ(refused_body(trailers + "\r\n"), 431);
  std::string crumbs;
  for (int i = 0; i < 100'000; ++i) crumbs += "1\r\nx\r\n";
  EXPECT_EQ(refused_body(crumbs), 413) << "more lines than body";
}

TEST(ChunkedBody, takes_as_much_as_the_limit_says) {
  const FrameLimits limits;
  const auto body = read(chunk(std::string(limits.body_bytes, 'x')) + "0\r\n\r\n");
  EXPECT_TRUE(body.is_whole);
  EXPECT_EQ(body.text.size(), limits.body_bytes);
}

/// A reader that started over with each byte would read 10^12 bytes.
TEST(ChunkedBody, is_not_read_again_with_each_byte_that_drips) {
  const auto begun = std::chrono::steady_clock::now();
  const std::string whole = chunk(std::string(1'000'000, 'x')) + "0\r\n\r\n";
  ChunkedBody body({});
  for (std::size_t size = 1; size <= whole.size(); ++size)
    EXPECT_FALSE(body.read(std::string_view(whole).substr(0, size)));
  EXPECT_TRUE(body.is_whole());
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(10));
}

}  // namespace
}  // namespace treatygraph::server
