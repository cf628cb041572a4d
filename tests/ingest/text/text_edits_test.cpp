#include "ingest/text/text_edits.h"

#include <gmock/gmock.h>

namespace treatygraph::ingest {
namespace {

TEST(TextEdits, keep_the_way_back_to_every_character) {
  const std::string text = "één twee drie vier";
  const auto edited = with_edits(text, SourceMap::identity(text), {{5, 6, "\n\n"}, {11, 15, "DRIE"}, {15, 15, "\n"}});
  EXPECT_EQ(edited.text, "één\n\ntwee DRIE\n vier");
  const auto place_of = [&](std::string_view word) {
    return edited.map.character_at(edited.text.find(word), edited.text.data());
  };
  EXPECT_EQ(place_of("twee"), 4U);
  EXPECT_EQ(place_of("DRIE"), 9U);
  EXPECT_EQ(place_of("RIE"), 10U);
  EXPECT_EQ(place_of("vier"), 14U);
}

TEST(TextEdits, go_through_the_map_of_a_text_that_was_edited_before) {
  const std::string text = "one two three";
  const auto once = with_edits(text, SourceMap::identity(text), {{3, 7, ""}});
  const auto twice = with_edits(once.text, once.map, {{0, 3, "1"}});
  EXPECT_EQ(twice.text, "1 three");
  EXPECT_EQ(twice.map.character_at(2, twice.text.data()), 8U);
}

}  // namespace
}  // namespace treatygraph::ingest
