// Only English is read: what is in another language is refused or left over, by its name.

#include <gmock/gmock.h>

#include "ingest/documents/leftovers.h"
#include "ingest/documents/read_document.h"
#include "ingest/references/references.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph::ingest {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

Result<Document> read(std::string_view name, std::string_view text) {
  const testing::TemporaryFolder folder;
  return read_document(folder.write(name, text));
}

constexpr std::string_view kFrench =
    "CONVENTION SUR LES MOULINS\n\nLes Parties contractantes, soucieuses de la qualité de la farine, sont convenues de "
    "ce "
    "qui suit:\n\nArticle premier\n\n1. Les moulins tournent lorsque le vent souffle et que le meunier est présent.\n"
    "2. Les ailes sont entretenues conformément à l'article 2.\n\nArticle 2\n\nLe meunier répare les ailes chaque "
    "printemps et rend compte de ses travaux à la commune.\n\nArticle 3\n\nLa présente Convention entre en vigueur dès "
    "que les deux communes l'ont approuvée.\n";

constexpr std::string_view kEnglish =
    "CONVENTION ON MILLS\n\nThe Contracting Parties, caring for the quality of flour, have agreed as "
    "follows:\n\nArticle "
    "1\n\n1. Mills turn when there is wind and the miller is at home.\n2. The sails are kept in accordance with "
    "article "
    "2.\n\nArticle 2\n\nThe miller mends the sails each spring and tells the village what was done to them.\n\nArticle "
    "3\n\nThis Convention enters into force when both villages have approved it.\n\n";

TEST(Language, is_named_where_a_text_is_refused_for_it) {
  const auto document = read("moulins.txt", kFrench);
  ASSERT_FALSE(document.has_value());
  EXPECT_THAT(document.error().detail, HasSubstr("moulins.txt: is written in French, and only English is read"));
}

TEST(Language, of_an_english_text_is_known) {
  const auto document = read("mills.txt", kEnglish);
  ASSERT_TRUE(document.has_value());
  EXPECT_EQ(document->language, "en");
  EXPECT_TRUE(is_read_in_full(*document));
}

TEST(Language, parts_the_halves_of_a_bilingual_text) {
  const auto document = read("both.txt", std::string(kEnglish) + std::string(kFrench));
  ASSERT_TRUE(document.has_value()) << document.error().detail;
  ASSERT_EQ(document->leftovers.size(), 1U);
  EXPECT_EQ(document->leftovers.front().reason, LeftoverReason::OtherLanguage);
  EXPECT_EQ(document->leftovers.front().detail, "French");
  EXPECT_THAT(what_was_not_read(*document), HasSubstr("another language, French"));
  EXPECT_EQ(document->structure.back().eid.to_string(), "art_3");
  EXPECT_EQ(document->text.find("moulins"), std::string::npos);
}

TEST(Language, keeps_the_provisions_that_marks_give_and_reads_no_references) {
  const auto document =
      read("moulins.json", R"({"treaty_en": "Convention sur les moulins", "preamble_en": "", "articles": [
    {"article": "1", "title_en": "", "content_en": "Les moulins tournent lorsque le vent souffle et que le meunier est présent dans la commune, conformément à l'article 2 de la présente Convention et aux usages de la commune."},
    {"article": "2", "title_en": "", "content_en": "Le meunier répare les ailes chaque printemps et rend compte de ses travaux à la commune, qui en tient le registre pendant dix ans. See article 1."}]})");
  ASSERT_TRUE(document.has_value()) << document.error().detail;
  EXPECT_EQ(document->language, "fr");
  EXPECT_THAT(find_references(*document), IsEmpty());
  EXPECT_FALSE(is_read_in_full(*document));
}

}  // namespace
}  // namespace treatygraph::ingest
