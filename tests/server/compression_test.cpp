#include "server/compression.h"

#include <gmock/gmock.h>
#include <zlib.h>

namespace treatygraph::server {
namespace {

std::string unpacked(const std::string& gzip, std::size_t size) {
  std::string bytes(size, '\0');
  z_stream stream{};
  EXPECT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
  std::string copy = gzip;
  stream.next_in = reinterpret_cast<Bytef*>(copy.data());
  stream.avail_in = static_cast<uInt>(copy.size());
  stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
  stream.avail_out = static_cast<uInt>(bytes.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  inflateEnd(&stream);
  return bytes;
}

TEST(Compression, gives_back_what_it_took) {
  std::string text;
  for (int i = 0; i < 5'000; ++i) text += "{\"key\":\"lakes:art_" + std::to_string(i * 7919 % 1'000) + "\"}";
  const auto packed = gzipped(text);
  EXPECT_LT(packed.size(), text.size() / 4);
  EXPECT_EQ(unpacked(packed, text.size()), text);
  EXPECT_EQ(unpacked(gzipped(""), 0), "");
}

TEST(Compression, minds_what_the_client_prefers) {
  for (const auto* yes : {"gzip", "deflate, gzip;q=1.0", "*", "br, *;q=0.1", "x-gzip", "gzip;q=0.5, identity;q=0.5"}) {
    EXPECT_TRUE(prefers_gzip(yes)) << yes;
  }
  for (const auto* no : {"", "identity", "gzip;q=0", "br", "*;q=0", "gzip;q=0, *", "gzip;q=0.2, identity;q=0.9"}) {
    EXPECT_FALSE(prefers_gzip(no)) << no;
  }
}

TEST(Compression, leaves_small_and_unknown_bodies_alone) {
  EXPECT_TRUE(is_worth_compressing("application/problem+json", 5'000));
  EXPECT_TRUE(is_worth_compressing("text/csv; charset=utf-8", 5'000));
  EXPECT_FALSE(is_worth_compressing("application/json", 300));
  EXPECT_FALSE(is_worth_compressing("application/zip", 5'000));
}

}  // namespace
}  // namespace treatygraph::server
