#include "graph/nearest.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "tests/support/random_graph.h"

namespace treatygraph {
namespace {

using ::testing::ElementsAre;

/// The complete table of the textbook example.
std::size_t plain_distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        table[i][j] = i + j;
        continue;
      }
      const auto changed = table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
      table[i][j] = std::min({changed, table[i - 1][j] + 1, table[i][j - 1] + 1});
    }
  }
  return table[a.size()][b.size()];
}

TEST(EditDistance, equals_the_textbook_table) {
  testing::Random random(1);
  const auto word = [&] {
    std::string letters(random.below(9), 'a');
    for (auto& letter : letters) letter = static_cast<char>('a' + random.below(3));
    return letters;
  };
  for (int i = 0; i < 5'000; ++i) {
    const auto a = word();
    const auto b = word();
    const auto most = random.below(6);
    EXPECT_EQ(edit_distance(a, b, most), std::min(plain_distance(a, b), most + 1)) << a << " " << b << " " << most;
  }
}

TEST(Nearest, offers_the_most_alike_first_and_nothing_far) {
  EXPECT_THAT(nearest_of("depht", {"limit", "depth", "direction"}, 2), ElementsAre("depth"));
  EXPECT_THAT(nearest_of("art_240", {"art_4", "art_24", "art_40"}, 2), ElementsAre("art_24", "art_40"));
  EXPECT_TRUE(nearest_of("completely different", {"art_4"}, 3).empty());
}

}  // namespace
}  // namespace treatygraph
