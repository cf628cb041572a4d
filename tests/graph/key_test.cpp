#include "graph/key.h"

#include <gmock/gmock.h>

namespace treatygraph {
namespace {

TEST(Key, has_a_namespace_and_a_local_part) {
  const auto key = Key::parse("uncc@2023-06:art_5__para_1");
  ASSERT_TRUE(key);
  EXPECT_EQ(key->name_space, "uncc@2023-06");
  EXPECT_EQ(key->local, "art_5__para_1");
  EXPECT_EQ(key->to_string(), "uncc@2023-06:art_5__para_1");
}

TEST(Key, refuses_what_would_not_be_safe_in_a_url) {
  for (const auto* wrong : {"", ":", "uncc", "uncc:", ":art_1", "a:b:c", "a:b/c", "a:b c", "a:b%2f", "a:b?c"}) {
    EXPECT_FALSE(Key::parse(wrong)) << wrong;
  }
}

TEST(Slug, keeps_letters_and_digits_and_drops_accents) {
  EXPECT_EQ(slug_of("Human Rights Watch"), "human-rights-watch");
  EXPECT_EQ(slug_of("  Côte d'Ivoire – 2024 "), "cote-divoire-2024");
  EXPECT_EQ(slug_of("\xff\xfe"), slug_of("\xff\xfe"));
}

}  // namespace
}  // namespace treatygraph
