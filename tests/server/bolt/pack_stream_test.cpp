#include "server/bolt/pack_stream.h"

#include <cmath>
#include <limits>

#include <gmock/gmock.h>

#include "tests/server/bolt/bolt_client.h"

namespace treatygraph::server::bolt {
namespace {

using ::testing::HasSubstr;

template <typename Write>
std::string packed_by(Write write) {
  std::string bytes;
  PackWriter pack(bytes);
  write(pack);
  return bytes;
}

std::string shown_value(std::string_view bytes) {
  PackReader pack(bytes);
  return shown(pack);
}

std::string error_of(std::string_view bytes) {
  const auto packed = PackReader(bytes).next();
  return packed ? "none" : packed.error().detail;
}

TEST(PackStream, writes_integers_in_their_shortest_form) {
  const std::vector<std::pair<std::int64_t, std::size_t>> sizes = {{0, 1},
                                                                   {127, 1},
                                                                   {-16, 1},
                                                                   {-17, 2},
                                                                   {128, 3},
                                                                   {-128, 2},
                                                                   {-129, 3},
                                                                   {32'767, 3},
                                                                   {32'768, 5},
                                                                   {-32'769, 5},
                                                                   {2'147'483'647, 5},
                                                                   {2'147'483'648, 9},
                                                                   {-2'147'483'649, 9},
                                                                   {std::numeric_limits<std::int64_t>::max(), 9},
                                                                   {std::numeric_limits<std::int64_t>::min(), 9}};
  for (const auto& [value, size] : sizes) {
    const auto bytes = packed_by([value = value](PackWriter& pack) { pack.integer(value); });
    EXPECT_EQ(bytes.size(), size) << value;
    EXPECT_EQ(shown_value(bytes), std::to_string(value));
  }
}

TEST(PackStream, writes_what_the_specification_shows) {
  EXPECT_EQ(packed_by([](PackWriter& pack) { pack.floating(1.23); }), "\xC1\x3F\xF3\xAE\x14\x7A\xE1\x47\xAE");
  EXPECT_EQ(packed_by([](PackWriter& pack) { pack.string("A"); }), "\x81\x41");
  EXPECT_EQ(packed_by([](PackWriter& pack) { pack.string("ABCDEFGHIJKLMNOPQRSTUVWXYZ"); }),
            "\xD0\x1A"
            "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  EXPECT_EQ(packed_by([](PackWriter& pack) { pack.structure('N', 4); }), "\xB4\x4E");
}

TEST(PackStream, reads_all_that_it_writes) {
  for (const std::size_t size : {0U, 15U, 16U, 255U, 256U, 65'535U, 65'536U}) {
    const std::string text(size, 'x');
    const auto packed = PackReader(packed_by([&](PackWriter& pack) { pack.string(text); })).next();
    ASSERT_TRUE(packed);
    EXPECT_EQ(packed->text.size(), size);
    const auto list = packed_by([&](PackWriter& pack) {
      pack.list(size);
      for (std::size_t i = 0; i < size; ++i) pack.null();
    });
    EXPECT_EQ(PackReader(list).next()->size, size);
    const auto map = packed_by([&](PackWriter& pack) {
      pack.map(size);
      for (std::size_t i = 0; i < size; ++i) pack.entry("", true);
    });
    EXPECT_EQ(PackReader(map).next()->size, size);
  }
  EXPECT_EQ(shown_value(packed_by([](PackWriter& pack) { pack.floating(-0.0); })), "-0");
  EXPECT_TRUE(
      std::isnan(PackReader(packed_by([](PackWriter& pack) { pack.floating(std::nan("")); })).next()->floating));
}

TEST(PackStream, reads_longer_forms_than_needed) {
  EXPECT_EQ(shown_value("\xC8\xFF"), "-1");
  EXPECT_EQ(shown_value(std::string_view("\xCB\0\0\0\0\0\0\0\1", 9)), "1");
  EXPECT_EQ(shown_value(std::string_view("\xD2\0\0\0\1x", 6)), "\"x\"");
  EXPECT_EQ(shown_value("\xCC\x02\x01\x02"), "2 bytes");
}

TEST(PackStream, refuses_what_is_cut_short_or_claims_more_than_there_is) {
  for (const std::string_view bytes :
       {std::string_view(), std::string_view("\xC9\1", 2),
        std::string_view("\x85"
                         "ab",
                         3),
        std::string_view("\xD6\xFF\xFF\xFF\xFF\xC0", 6), std::string_view("\xDA\x7F\xFF\xFF\xFF\xC0", 6),
        std::string_view("\xCE\xFF\xFF\xFF\xFF\xC0", 6), std::string_view("\xB4", 1),
        std::string_view("\x93\1\2", 3)}) {
    EXPECT_THAT(error_of(bytes), HasSubstr("ends in the middle"));
  }
  EXPECT_THAT(error_of("\xC7"), HasSubstr("C7 begins no value"));
}

}  // namespace
}  // namespace treatygraph::server::bolt
