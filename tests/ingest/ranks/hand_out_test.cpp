#include "ingest/ranks/hand_out.h"

#include <array>

#include <gmock/gmock.h>

namespace treatygraph::ingest {
namespace {

constexpr std::array<std::size_t, 4> kSizes = {10, 500, 20, 300};

TEST(HandOut, gives_the_largest_document_first) {
  HandOut hand_out(kSizes);
  EXPECT_EQ(hand_out.next(1), 1U);
  EXPECT_EQ(hand_out.next(2), 3U);
  hand_out.finish(1);
  EXPECT_EQ(hand_out.next(1), 2U);
  hand_out.finish(1);
  EXPECT_EQ(hand_out.next(1), 0U);
  EXPECT_FALSE(hand_out.is_done());
  hand_out.finish(1);
  EXPECT_FALSE(hand_out.is_done()) << "the second rank is still reading";
  hand_out.finish(2);
  EXPECT_TRUE(hand_out.is_done());
  EXPECT_EQ(hand_out.next(1), std::nullopt);
}

TEST(HandOut, gives_the_document_of_a_lost_rank_once_more_and_then_gives_it_up) {
  HandOut hand_out(std::array<std::size_t, 1>{10});
  EXPECT_EQ(hand_out.next(1), 0U);
  EXPECT_EQ(hand_out.lose(1), std::nullopt) << "another rank may read it";
  EXPECT_FALSE(hand_out.is_done());
  EXPECT_EQ(hand_out.next(2), 0U);
  EXPECT_EQ(hand_out.given_to(2), 0U);
  EXPECT_EQ(hand_out.lose(2), 0U);
  EXPECT_TRUE(hand_out.is_done());
}

TEST(HandOut, loses_nothing_with_a_rank_that_had_nothing) {
  HandOut hand_out(kSizes);
  EXPECT_EQ(hand_out.lose(3), std::nullopt);
  EXPECT_EQ(hand_out.next(1), 1U);
}

TEST(HandOut, of_no_documents_is_done) {
  EXPECT_TRUE(HandOut({}).is_done());
}

}  // namespace
}  // namespace treatygraph::ingest
