#include "graph/sha256.h"

#include <gmock/gmock.h>

#include "tests/support/temporary_folder.h"

namespace treatygraph {
namespace {

constexpr std::string_view kOfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";  // FIPS 180-4

TEST(Sha256, is_that_of_the_standard_in_one_piece_or_in_several) {
  Sha256 whole;
  whole.add("abc");
  EXPECT_EQ(whole.finish(), kOfAbc);
  Sha256 pieces;
  for (const auto* piece : {"a", "", "bc"}) pieces.add(piece);
  EXPECT_EQ(pieces.finish(), kOfAbc);
}

TEST(Sha256, of_a_file_is_that_of_its_bytes) {
  const testing::TemporaryFolder folder;
  EXPECT_EQ(*sha256_of_file(folder.write("abc", "abc")), kOfAbc);
  const auto large = folder.write("large", std::string(200'000, 'x'));
  Sha256 expected;
  expected.add(std::string(200'000, 'x'));
  EXPECT_EQ(*sha256_of_file(large), expected.finish());
  EXPECT_THAT(sha256_of_file(folder / "none").error().detail, ::testing::HasSubstr("none"));
}

}  // namespace
}  // namespace treatygraph
