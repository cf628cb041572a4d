// Files in two languages: the English half is read, and the other one is told, however the halves are set.

#include <gmock/gmock.h>

#include "ingest/documents/leftovers.h"
#include "ingest/documents/read_document.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph::ingest {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::Not;

struct Line {
  std::string english;
  std::string other;
};

const std::vector<Line> kFrench = {
    {"The Parties keep the lakes clean and open to all who live on their shores.",
     "Les Parties gardent les lacs propres et ouverts à tous ceux qui vivent sur leurs rives."},
    {"Article 1", "Article premier"},
    {"1. This Agreement is about lakes and all rivers that flow into them from the hills.",
     "1. Le présent accord porte sur les lacs et toutes les rivières qui y coulent depuis les collines."},
    {"2. It does not apply to ponds, which the Parties keep as they like to keep them.",
     "2. Il ne s'applique pas aux étangs, que les Parties gardent comme il leur plaît de les garder."},
    {"Article 2", "Article 2"},
    {"The Parties act under article 1 and meet once in every year to speak of the fish.",
     "Les Parties agissent selon l'article premier et se réunissent chaque année pour parler des poissons."},
    {"Article 3", "Article 3"},
    {"This Agreement ends when both of the Parties have said that they want it to end.",
     "Le présent accord prend fin quand les deux Parties ont dit qu'elles veulent qu'il prenne fin."}};

const std::vector<Line> kChinese = {
    {"The Parties keep the lakes clean and open to all.", "缔约双方应保持湖泊清洁并向所有人开放。"},
    {"Article 1", "第一条"},
    {"1. This Agreement is about lakes.", "一、本协定适用于湖泊以及从双方山丘流入湖泊的所有河流。"},
    {"2. It does not apply to ponds.", "二、本协定不适用于池塘，缔约双方可自行管理池塘。"},
    {"Article 2", "第二条"},
    {"The Parties act under article 1 and meet.", "缔约双方根据第一条行事，每年举行一次会议讨论鱼类情况。"},
    {"Article 3", "第三条"},
    {"This Agreement ends when both want it.", "本协定在缔约双方均表示希望终止时终止，双方另有约定的除外。"}};

const std::vector<Line> kArabic = {
    {"The Parties keep the lakes clean and open to all.", "يحافظ الطرفان على نظافة البحيرات ومفتوحة للجميع."},
    {"Article 1", "المادة 1"},
    {"1. This Agreement is about lakes.", "1. تتعلق هذه الاتفاقية بالبحيرات وجميع الأنهار التي تصب فيها."},
    {"2. It does not apply to ponds.", "2. لا تنطبق هذه الاتفاقية على البرك الصغيرة."},
    {"Article 2", "المادة 2"},
    {"The Parties act under article 1 and meet.", "يعمل الطرفان بموجب المادة 1 ويجتمعان مرة كل عام."},
    {"Article 3", "المادة 3"},
    {"This Agreement ends when both want it.", "تنتهي هذه الاتفاقية عندما يرغب الطرفان في ذلك."}};

class Bilingual : public ::testing::Test {
 protected:
  Document read(const std::string& name, const std::string& text) {
    const auto read = read_document(folder_.write(name, text));
    EXPECT_TRUE(read) << (read ? "" : read.error().detail);
    return read ? *read : Document();
  }

  /// Its three articles are found as in an English text, and its leftovers name that language.
  static void expect_english_half(const Document& document, const std::string& language) {
    std::vector<std::string> eids;
    for (const auto& provision : document.structure) {
      const auto eid = provision.eid.to_string();
      if (eid.starts_with("art_")) eids.push_back(eid);
    }
    EXPECT_THAT(eids, ElementsAre("art_1", "art_1__para_1", "art_1__para_2", "art_2", "art_3"));
    EXPECT_THAT(document.leftovers, Contains(Field(&Leftover::detail, language)));
    EXPECT_FALSE(is_read_in_full(document));
    EXPECT_THAT(what_was_not_read(document), HasSubstr(language));
  }

  testing::TemporaryFolder folder_;
};

std::string in_table(const std::vector<Line>& lines) {
  std::string rows;
  for (const auto& line : lines) rows += "<tr><td>" + line.english + "</td><td>" + line.other + "</td></tr>\n";
  return "<!DOCTYPE html><html><body><h1>AGREEMENT ON LAKES</h1><table>" + rows + "</table></body></html>";
}

std::string in_markdown(const std::vector<Line>& lines) {
  std::string text = "# AGREEMENT ON LAKES\n\n| English | Other |\n| --- | --- |\n";
  for (const auto& line : lines) text += "| " + line.english + " | " + line.other + " |\n";
  return text;
}

std::string after_tabs(const std::vector<Line>& lines) {
  std::string text = "AGREEMENT ON LAKES\n\n";
  for (const auto& line : lines) text += line.english + "\t" + line.other + "\n\n";
  return text;
}

std::string before_tabs(const std::vector<Line>& lines) {
  std::string text = "AGREEMENT ON LAKES\n\n";
  for (const auto& line : lines) text += line.other + "\t" + line.english + "\n\n";
  return text;
}

std::string in_turn(const std::vector<Line>& lines) {
  std::string text = "AGREEMENT ON LAKES\n\n";
  for (const auto& line : lines) text += line.english + "\n" + line.other + "\n\n";
  return text;
}

TEST_F(Bilingual, tables_are_read_by_their_english_column) {
  expect_english_half(read("a.html", in_table(kFrench)), "French");
  expect_english_half(read("b.html", in_table(kChinese)), "Chinese");
  expect_english_half(read("c.html", in_table(kArabic)), "Arabic");
  expect_english_half(read("a.md", in_markdown(kFrench)), "French");
}

TEST_F(Bilingual, columns_after_tabs_are_told_apart) {
  expect_english_half(read("a.txt", after_tabs(kFrench)), "French");
  expect_english_half(read("b.txt", after_tabs(kChinese)), "Chinese");
  expect_english_half(read("c.txt", before_tabs(kFrench)), "French");
  expect_english_half(read("d.txt", before_tabs(kArabic)), "Arabic");
}

TEST_F(Bilingual, lines_in_turn_are_told_apart) {
  expect_english_half(read("a.txt", in_turn(kChinese)), "Chinese");
  expect_english_half(read("b.txt", in_turn(kArabic)), "Arabic");
  const auto french = read("c.txt", in_turn(kFrench));
  EXPECT_THAT(what_was_not_read(french), HasSubstr("French"));
  for (const auto& provision : french.structure) {
    const auto words = french.text.substr(provision.start, provision.end - provision.start);
    EXPECT_THAT(words, Not(HasSubstr("Les Parties"))) << provision.eid.to_string();
  }
}

TEST_F(Bilingual, columns_of_wide_characters_need_not_be_in_line) {
  std::string text = "AGREEMENT ON LAKES\n\n";
  for (const auto& line : kChinese) text += line.other + "     " + line.english + "\n\n";
  expect_english_half(read("a.txt", text), "Chinese");
}

TEST_F(Bilingual, names_in_another_script_are_part_of_the_text) {
  const auto document =
      read("a.txt",
           "AGREEMENT ON LAKES\n\nArticle 1\n\nThis Agreement (协定) is about the lake of Iria, which "
           "the people of its shores call 湖 and which they keep clean and open to all.\n\nArticle "
           "2\n\nThe Parties act under article 1 and meet once in every year to speak of the fish.\n");
  EXPECT_TRUE(is_read_in_full(document)) << what_was_not_read(document);
}

TEST_F(Bilingual, first_words_are_whole_characters) {
  const std::string lake = "湖";
  std::string long_line;
  for (int i = 0; i < 100; ++i) long_line += lake;
  const std::string text =
      "AGREEMENT ON LAKES\n\nArticle 1\n\nThis Agreement is about lakes and all rivers.\n\n" + long_line;
  const auto document = read("a.txt", text + "\n\nArticle 2\n\nThe Parties act under article 1 and meet.\n");
  ASSERT_FALSE(document.leftovers.empty());
  EXPECT_EQ(document.leftovers.front().first_words, long_line.substr(0, 60 * lake.size()) + "...");
}

}  // namespace
}  // namespace treatygraph::ingest
