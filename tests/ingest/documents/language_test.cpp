// English, French and Spanish are read; text in another language is refused or left over, and its language is named.

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "ingest/documents/leftovers.h"
#include "ingest/documents/read_document.h"
#include "ingest/references/references.h"
#include "ingest/text/lines.h"
#include "tests/ingest/formats/written_document.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph::ingest {
namespace {

using ::testing::HasSubstr;
using testing::read_text;

Result<Document> read(std::string_view name, std::string_view text) {
  const testing::TemporaryFolder folder;
  return read_document(folder.write(name, text));
}

constexpr std::string_view kFrenchText =
    "CONVENTION SUR LES MOULINS\n\nLes Parties contractantes, soucieuses de la qualité de la farine, sont convenues de "
    "ce "
    "qui suit:\n\nArticle premier\n\n1. Les moulins tournent lorsque le vent souffle et que le meunier est présent.\n"
    "2. Les ailes sont entretenues conformément à l'article 2.\n\nArticle 2\n\nLe meunier répare les ailes chaque "
    "printemps et rend compte de ses travaux à la commune.\n\nArticle 3\n\nLa présente Convention entre en vigueur dès "
    "que les deux communes l'ont approuvée.\n";

constexpr std::string_view kEnglishText =
    "CONVENTION ON MILLS\n\nThe Contracting Parties, caring for the quality of flour, have agreed as "
    "follows:\n\nArticle "
    "1\n\n1. Mills turn when there is wind and the miller is at home.\n2. The sails are kept in accordance with "
    "article "
    "2.\n\nArticle 2\n\nThe miller mends the sails each spring and tells the village what was done to them.\n\nArticle "
    "3\n\nThis Convention enters into force when both villages have approved it.\n\n";

constexpr std::string_view kGermanText =
    "ÜBEREINKOMMEN ÜBER MÜHLEN\n\nDie Vertragsparteien, besorgt um die Güte des Mehls, sind wie folgt "
    "übereingekommen:\n\nArtikel 1\n\n1. Die Mühlen drehen sich, wenn der Wind weht und der Müller zu Hause ist.\n"
    "2. Die Flügel werden nach Artikel 2 in Stand gehalten.\n\nArtikel 2\n\nDer Müller bessert die Flügel in jedem "
    "Frühling aus und berichtet der Gemeinde über seine Arbeit.\n\nArtikel 3\n\nDieses Übereinkommen tritt in Kraft, "
    "sobald die beiden Gemeinden es genehmigt haben.\n";

TEST(Language, is_named_where_a_text_is_refused_for_it) {
  const auto document = read("muehlen.txt", kGermanText);
  ASSERT_FALSE(document.has_value());
  EXPECT_THAT(document.error().detail,
              HasSubstr("muehlen.txt: is written in German, and only English, French and Spanish are read"));
}

TEST(Language, of_a_french_text_is_named_with_what_was_read) {
  const auto document = read("moulins.txt", kFrenchText);
  ASSERT_TRUE(document.has_value()) << document.error().detail;
  EXPECT_EQ(document->language, "fr");
  EXPECT_EQ(document->structure[1].eid.to_string(), "art_1");
  ASSERT_EQ(document->notices.size(), 1U);
  EXPECT_THAT(document->notices.front(),
              HasSubstr("is written in French: 3 of 3 articles and its references are read"));
  EXPECT_THAT(document->notices.front(), HasSubstr("in English only"));
  EXPECT_FALSE(is_read_in_full(*document));
  const auto references = find_references(*document);
  ASSERT_EQ(references.size(), 1U);
  EXPECT_EQ(references.front().quote, "article 2");
  EXPECT_EQ(references.front().mode, "in_accordance_with");
}

TEST(Language, is_a_reason_to_refuse_a_text_of_which_too_little_is_understood) {
  std::string text(kFrenchText);
  const std::string heading = "Article 2\n";
  text.replace(text.find(heading), heading.size(), "Item 2\n");
  const auto document = read("moulins.txt", text);
  ASSERT_FALSE(document.has_value());
  EXPECT_THAT(document.error().detail,
              HasSubstr("is written in French, of which too little is understood (2 of 3 articles (not 2)"));
}

TEST(Language, of_an_english_text_is_known) {
  const auto document = read("mills.txt", kEnglishText);
  ASSERT_TRUE(document.has_value());
  EXPECT_EQ(document->language, "en");
  EXPECT_TRUE(is_read_in_full(*document));
}

TEST(Language, parts_the_halves_of_a_bilingual_text) {
  const auto document = read("both.txt", std::string(kEnglishText) + std::string(kFrenchText));
  ASSERT_TRUE(document.has_value()) << document.error().detail;
  ASSERT_EQ(document->leftovers.size(), 1U);
  EXPECT_EQ(document->leftovers.front().reason, LeftoverReason::OtherLanguage);
  EXPECT_EQ(document->leftovers.front().detail, "French");
  EXPECT_THAT(what_was_not_read(*document), HasSubstr("another language, French"));
  EXPECT_EQ(document->structure.back().eid.to_string(), "art_3");
  EXPECT_EQ(document->text.find("moulins"), std::string::npos);
}

TEST(Language, of_marked_provisions_decides_what_is_read_in_them) {
  const auto document =
      read("moulins.json", R"({"treaty_en": "Convention sur les moulins", "preamble_en": "", "articles": [
    {"article": "1", "title_en": "", "content_en": "Les moulins tournent lorsque le vent souffle et que le meunier est présent dans la commune, conformément à l'article 2 de la présente Convention et aux usages de la commune."},
    {"article": "2", "title_en": "", "content_en": "Le meunier répare les ailes chaque printemps et rend compte de ses travaux à la commune, qui en tient le registre pendant dix ans. Voir article 1."}]})");
  ASSERT_TRUE(document.has_value()) << document.error().detail;
  EXPECT_EQ(document->language, "fr");
  const auto references = find_references(*document);
  ASSERT_EQ(references.size(), 2U);
  EXPECT_EQ(references.front().quote, "article 2 de la présente Convention");
  EXPECT_FALSE(is_read_in_full(*document));
}

struct Translated {
  std::string name;
  std::string article;
};

const std::vector<Translated> kTranslated = {
    {"French",
     "Les Parties entretiennent les phares de la côte et veillent à ce que leurs lampes brûlent chaque nuit."},
    {"Spanish", "Las Partes mantendrán los faros de la costa y velarán por que sus lámparas ardan todas las noches."},
    {"German",
     "Die Vertragsparteien unterhalten die Leuchttürme und sorgen dafür, dass ihre Lampen jede Nacht brennen."},
    {"Portuguese", "As Partes manterão os faróis da costa e assegurarão que as suas lâmpadas ardam todas as noites."},
    {"Italian", "Le Parti mantengono i fari della costa e provvedono affinché le loro lampade brucino ogni notte."},
    {"Russian", "Стороны содержат маяки на побережье и обеспечивают, чтобы их лампы горели каждую ночь до утра."},
    {"Dutch",
     "De Partijen onderhouden de vuurtorens langs de kust en zien erop toe dat hun lampen elke nacht branden."}};

const std::string kLamps =
    "The Parties shall keep the lighthouses of the coast and ensure that their lamps burn every night.";

void expect_english_half(const Document& document, const std::string& language) {
  EXPECT_EQ(document.structure.size(), 5U) << language;
  EXPECT_FALSE(is_read_in_full(document)) << language;
  EXPECT_THAT(what_was_not_read(document), HasSubstr("another language, " + language));
}

TEST(Language, of_articles_in_turn_are_parted) {
  for (const auto& other : kTranslated) {
    std::string text;
    for (int i = 1; i <= 5; ++i) {
      for (const auto& words : {kLamps, other.article}) text += fmt::format("Article {0}\n\n{1} {1}\n\n", i, words);
    }
    expect_english_half(read_text(text), other.name);
  }
}

/// Breaks at spaces into lines of so many characters, as UTF-8 has them.
std::vector<std::string> lines_of_width(const std::string& words, std::size_t width) {
  std::vector<std::string> lines(1);
  const auto size = [](std::string_view text) {
    return std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
  };
  for (std::size_t at = 0; at < words.size();) {
    const auto end = std::min(words.find(' ', at), words.size());
    const auto word = words.substr(at, end - at);
    if (!lines.back().empty() && static_cast<std::size_t>(size(lines.back() + word)) + 1 > width) lines.emplace_back();
    lines.back() += (lines.back().empty() ? "" : " ") + word;
    at = end + 1;
  }
  for (auto& line : lines) line.append(width - std::min(width, static_cast<std::size_t>(size(line))), ' ');
  return lines;
}

TEST(Language, of_two_columns_are_parted_line_by_line) {
  constexpr std::size_t kWidth = 38;
  for (const auto& other : kTranslated) {
    std::string text;
    for (int i = 1; i <= 5; ++i) {
      const auto left = lines_of_width(fmt::format("Article {} {}", i, kLamps), kWidth);
      const auto right = lines_of_width(fmt::format("Article {} {}", i, other.article), kWidth);
      for (std::size_t k = 0; k < std::max(left.size(), right.size()); ++k) {
        text +=
            (k < left.size() ? left[k] : std::string(kWidth, ' ')) + "    " + (k < right.size() ? right[k] : "") + "\n";
      }
      text += "\n";
    }
    const auto document = read_text(text);
    expect_english_half(document, other.name);
    const auto& last = document.structure.back();
    EXPECT_THAT(fold(document.text.substr(last.start, last.end - last.start)), HasSubstr(kLamps)) << other.name;
  }
}

}  // namespace
}  // namespace treatygraph::ingest
