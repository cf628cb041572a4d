// The grammar of citations has no words of its own: with the words of another language it reads that language.

#include "ingest/citation/lexicon.h"

#include <array>

#include <gtest/gtest.h>

#include "tests/ingest/citation/citation_reading.h"

namespace treatygraph::ingest {
namespace {

TEST(Lexicon, knows_words_and_phrases_in_any_case) {
  const auto* up = english_words().find("UP");
  ASSERT_NE(up, nullptr);
  EXPECT_EQ(up->says, 0U);
  EXPECT_NE(up->begins & bit_of(Say::Range), 0U);
  EXPECT_EQ(up->phrases.front().further.size(), 3U) << "the longest phrase is tried first";
  EXPECT_NE(english_words().find("Articles")->head, nullptr);
  EXPECT_EQ(english_words().find("lake"), nullptr);
  EXPECT_EQ(english_words().find("a word that is longer than any that is known"), nullptr);
}

/// A few words of French, as a language of its own.
const Words& some_french() {
  static constexpr std::array<CitationHead, 6> kHeads = {
      CitationHead{"article", ProvisionKind::Article},      CitationHead{"articles", ProvisionKind::Article, true},
      CitationHead{"paragraphe", ProvisionKind::Paragraph}, CitationHead{"paragraphes", ProvisionKind::Paragraph, true},
      CitationHead{"alinéa", ProvisionKind::Point},         CitationHead{"alinéas", ProvisionKind::Point, true}};
  static constexpr std::array<Wording, 9> kWordings = {Wording{Say::And, "et"},
                                                       Wording{Say::Or, "ou"},
                                                       Wording{Say::Of, "de|du|des"},
                                                       Wording{Say::Range, "à"},
                                                       Wording{Say::The, "le|la|les"},
                                                       Wording{Say::This, "présent"},
                                                       Wording{Say::That, "dudit"},
                                                       Wording{Say::Joint, "et|ou|ainsi|que"},
                                                       Wording{Say::OpenEndLatin, "et suivants"}};
  static constexpr std::array<OrdinalWord, 2> kOrdinals = {OrdinalWord{"premier", 1}, OrdinalWord{"deuxième", 2}};
  static constexpr Lexicon kFrench{kHeads, kWordings, kOrdinals, {}};
  static const Words words(kFrench);
  return words;
}

TEST(Lexicon, of_another_language_is_read_by_the_same_grammar) {
  const auto read = [](std::string_view text) { return read_citations(text, some_french()); };
  EXPECT_EQ(read("les articles 3 à 7 et 9 s'appliquent"), "art_3..7 art_9");
  EXPECT_EQ(read("au paragraphe 2 du présent article"), "para_2");
  EXPECT_EQ(read("article 5, paragraphes 1 et 2"), "art_5__para_1 art_5__para_2");
  EXPECT_EQ(read("alinéa (b) du paragraphe 2"), "para_2__point_b");
  EXPECT_EQ(read("les articles 3 et suivants"), "art_3..");
  EXPECT_EQ(read("le deuxième paragraphe des articles 4 et 5"), "art_4__para_2 art_5__para_2");
  EXPECT_EQ(read("in accordance with paragraph 6"), "");
}

}  // namespace
}  // namespace treatygraph::ingest
