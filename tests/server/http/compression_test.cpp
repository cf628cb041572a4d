#include "server/http/compression.h"

#include <gmock/gmock.h>

#include "tests/server/gunzip.h"

namespace treatygraph::server {
namespace {

using testing::gunzip;

TEST(Compression, gives_back_what_it_took) {
  std::string text;
  for (int i = 0; i < 5'000; ++i) text += "{\"key\":\"lakes:art_" + std::to_string(i * 7919 % 1'000) + "\"}";
  const auto packed = gzipped(text);
  EXPECT_LT(packed.size(), text.size() / 4);
  EXPECT_EQ(gunzip(packed).bytes, text);
  EXPECT_TRUE(gunzip(packed).is_whole);
  EXPECT_EQ(gunzip(gzipped("")).bytes, "");
  EXPECT_TRUE(gunzip(gzipped("")).is_whole);
}

TEST(Compression, minds_what_the_client_prefers) {
  for (const auto* yes : {"gzip", "deflate, gzip;q=1.0", "*", "br, *;q=0.1", "x-gzip", "gzip;q=0.5, identity;q=0.5"}) {
    EXPECT_TRUE(prefers_gzip(yes)) << yes;
  }
  for (const auto* no : {"", "identity", "gzip;q=0", "br", "*;q=0", "gzip;q=0, *", "gzip;q=0.2, identity;q=0.9"}) {
    EXPECT_FALSE(prefers_gzip(no)) << no;
  }
}

Response of(std::string content_type, std::size_t bytes) {
  Response response;
  response.content_type = std::move(content_type);
  response.body.assign(bytes, 'x');
  return response;
}

TEST(Compression, leaves_small_and_unknown_bodies_alone) {
  EXPECT_TRUE(is_worth_compressing(of("application/problem+json", 5'000)));
  EXPECT_TRUE(is_worth_compressing(of("text/csv; charset=utf-8", 5'000)));
  EXPECT_FALSE(is_worth_compressing(of("application/json", 300)));
  EXPECT_FALSE(is_worth_compressing(of("application/zip", 5'000)));
  auto streamed = of("text/csv", 0);
  streamed.source = [](std::string&) { return Piece::Done; };
  EXPECT_TRUE(is_worth_compressing(streamed));
}

/// Pieces "0 1 2 ... " of growing size, including an empty one.
BodySource counting(int pieces, Piece end) {
  return [=, made = 0](std::string& piece) mutable {
    for (int i = 0; i < made * 1'000; ++i) piece += std::to_string(i * 7919 % 10'007) + " ";
    return ++made < pieces ? Piece::More : end;
  };
}

TEST(Compression, of_a_stream_can_be_read_up_to_each_piece) {
  auto plain = counting(6, Piece::Done);
  auto packed = gzipped(counting(6, Piece::Done));
  std::string sent;
  std::string expected;
  for (auto state = Piece::More; state == Piece::More;) {
    state = packed(sent);
    EXPECT_EQ(plain(expected), state);
    EXPECT_EQ(gunzip(sent).bytes, expected);
    EXPECT_EQ(gunzip(sent).is_whole, state == Piece::Done);
  }
  EXPECT_LT(sent.size(), expected.size() / 2);
}

TEST(Compression, of_a_stream_that_fails_has_no_end) {
  auto packed = gzipped(counting(3, Piece::Failed));
  std::string sent;
  while (packed(sent) == Piece::More) continue;
  EXPECT_FALSE(gunzip(sent).is_whole);
}

}  // namespace
}  // namespace treatygraph::server
