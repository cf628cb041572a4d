// The grammar of citations has no words of its own: with the words of another language it reads that language.

#include "ingest/citation/lexicon.h"

#include <gtest/gtest.h>

#include "tests/ingest/citation/citation_reading.h"

namespace treatygraph::ingest {
namespace {

TEST(Lexicon, knows_words_and_phrases_in_any_case) {
  const auto* up = english_words().find("UP");
  ASSERT_NE(up, nullptr);
  EXPECT_TRUE(up->says.none());
  EXPECT_TRUE(up->begins.test(bit_of(Say::Range)));
  EXPECT_EQ(up->phrases.front().further.size(), 3U) << "the longest phrase is tried first";
  EXPECT_NE(english_words().find("Articles")->head, nullptr);
  EXPECT_EQ(english_words().find("lake"), nullptr);
  EXPECT_EQ(english_words().find("a word that is longer than any that is known"), nullptr);
}

TEST(Lexicon, compares_words_without_accents) {
  ASSERT_NE(words_of_language("fr")->find("alinéa"), nullptr);
  EXPECT_EQ(words_of_language("fr")->find("ALINEA"), words_of_language("fr")->find("alinéa"));
  EXPECT_EQ(words_of_language("es")->find("ARTÍCULO"), words_of_language("es")->find("articulo"));
}

TEST(Lexicon, of_a_language_is_found_by_its_code) {
  for (const auto* const code : {"en", "fr", "es"}) {
    ASSERT_NE(words_of_language(code), nullptr) << code;
    EXPECT_EQ(words_of_language(code)->lexicon().language, code);
  }
  EXPECT_EQ(words_of_language("de"), nullptr);
}

}  // namespace
}  // namespace treatygraph::ingest
