#include "ingest/documents/clean_text.h"

#include <gmock/gmock.h>

namespace treatygraph::ingest {
namespace {

TEST(CleanText, joins_words_broken_at_the_end_of_a_line_and_keeps_real_hyphens) {
  EXPECT_EQ(clean_text("coopera-\ntion in cross-border cases, A-\nB").text, "cooperation in cross-border cases, A-\nB");
}

TEST(CleanText, joins_broken_words_whatever_ends_a_line_and_with_accents) {
  EXPECT_EQ(clean_text("coopera-\r\ntion\r\nin arti-\rcle 2").text, "cooperation\nin article 2");
  EXPECT_EQ(clean_text("la procé-\ndure de l'É-\ntat, coor-\népreuve").text, "la procédure de l'É-\ntat, coorépreuve");
}

TEST(CleanText, spells_out_ligatures_and_special_spaces) {
  EXPECT_EQ(clean_text("o\xEF\xAC\x83"
                       "cial\xC2\xA0"
                       "file\r\nnext")
                .text,
            "official file\nnext");
}

TEST(CleanText, drops_page_numbers_and_running_headers_of_pages) {
  std::string raw;
  for (int page = 1; page <= 5; ++page) {
    raw += "TREATY OF SOMEWHERE\n\nWords of page " + std::string(1, static_cast<char>('a' + page)) + "\n\n" +
           std::to_string(page) + "\n\f";
  }
  const auto text = clean_text(raw).text;
  EXPECT_EQ(text.find("SOMEWHERE"), std::string::npos);
  EXPECT_EQ(text.find('3'), std::string::npos);
  EXPECT_NE(text.find("Words of page d"), std::string::npos);
}

TEST(CleanText, drops_a_long_title_at_the_head_of_many_pages_though_it_ends_as_a_sentence_may) {
  std::string raw;
  for (int page = 0; page < 12; ++page) raw += "The Lakes Treaty, its Protocols and its Annexes,\n(a)\nfish,\n\f";
  const auto text = clean_text(raw).text;
  EXPECT_EQ(text.find("Lakes"), std::string::npos) << text;
  EXPECT_NE(text.find("(a)"), std::string::npos) << text;
}

TEST(CleanText, lets_a_sentence_go_on_over_the_end_of_a_column) {
  EXPECT_EQ(clean_text("(a) fish of the\n\vlakes;\n\n\v(b) reeds.").text, "(a) fish of the\nlakes;\n\n(b) reeds.");
}

TEST(CleanText, drops_the_number_of_a_single_page) {
  const auto text = clean_text("Boats are clean.\n- 1 -\n\fArticle 2\nThey are 1 - 2 metres long.\nPage 2 of 2\n").text;
  EXPECT_EQ(text.find("- 1 -"), std::string::npos) << text;
  EXPECT_EQ(text.find("Page"), std::string::npos) << text;
  EXPECT_NE(text.find("1 - 2 metres"), std::string::npos) << text;
}

TEST(CleanText, drops_lines_that_count_the_pages_and_keeps_those_that_count_articles) {
  std::string raw;
  for (int page = 0; page < 6; ++page) {
    const auto text = std::string("Article ") + std::to_string(page + 1) + "\n\nWords of it.\n\nMore.\n\n";
    raw += text + "CETS 7 - Lakes, " + std::to_string(page + 12) + "/99\n\f";
  }
  const auto text = clean_text(raw).text;
  EXPECT_EQ(text.find("CETS"), std::string::npos) << text;
  for (const auto* article : {"Article 1\n", "Article 4\n", "Article 6\n"}) {
    EXPECT_NE(text.find(article), std::string::npos) << article << text;
  }
}

TEST(CleanText, keeps_the_hyphen_of_a_word_that_has_one_elsewhere) {
  EXPECT_EQ(clean_text("cross-\nborder and cross-border coopera-\ntion").text,
            "cross-border and cross-border cooperation");
}

TEST(CleanText, knows_the_page_of_every_character) {
  const auto [text, map] = clean_text("one\n\ftwo \xEF\xAC\x81sh\n\fthree\n");
  const auto page_of = [&](std::string_view word) { return map.page_at(text.find(word), text.data()); };
  EXPECT_EQ(page_of("one"), 1U);
  EXPECT_EQ(page_of("two"), 2U);
  EXPECT_EQ(page_of("sh"), 2U);
  EXPECT_EQ(page_of("three"), 3U);
  EXPECT_EQ(clean_text("no pages").map.page_at(0, "no pages"), std::nullopt);
}

TEST(CleanText, drops_the_footers_of_united_nations_documents) {
  EXPECT_EQ(clean_text("States which they are /... English Page 11 aware have").text,
            "States which they are  aware have");
}

TEST(CleanText, drops_notes_below_a_line_to_the_end_of_their_page) {
  EXPECT_EQ(clean_text(
                "with notes 5/ too. ____________ 5/ Official Records, annex I. 6/ A/48/950. /... English Page 6 2. For")
                .text,
            "with notes 5/ too.    2. For");
  EXPECT_EQ(clean_text("notes.\n________\n5/ See annex I.\n\f2. For").text, "notes.\n\n2. For");
  EXPECT_EQ(clean_text("Signature ________ 5/ and no page ends").text, "Signature ________ 5/ and no page ends");
}

/// Every character that is kept is where the map says.
TEST(CleanText, maps_every_character_back) {
  const std::string raw =
      "Café /... English Page 2 o\xEF\xAC\x83"
      "ce coopera-\ntion – end\r\n";
  const auto [text, map] = clean_text(raw);
  const auto at = [&](std::string_view word) { return map.character_at(text.find(word), text.data()); };
  EXPECT_EQ(at("Café"), 0U);
  EXPECT_EQ(at("ce coop"), 27U);
  EXPECT_EQ(at("coopera"), 30U);
  EXPECT_EQ(at("tion"), 39U);
  EXPECT_EQ(at("end"), 46U);
}

/// Twenty lines as a page breaks them, then these.
std::string page_with(const std::string& lines) {
  std::string page;
  for (int i = 0; i < 20; ++i) page += "Words of the page that go on to the right margin of it and\n";
  return page + lines;
}

TEST(CleanText, parts_a_list_from_words_that_would_have_stood_on_the_line_above) {
  const auto text = clean_text(page_with("(a) clean its shores each year, and tell all of the others\nof it;\n"
                                         "(b) fish,\nprovided that nobody is hurt.\n"))
                        .text;
  EXPECT_NE(text.find("others\nof it;\n(b) fish,\n\nprovided that"), std::string::npos) << text;
}

TEST(CleanText, parts_a_list_that_hangs_from_words_to_its_left) {
  std::string list;
  for (const auto* mark : {"(a)", "(b)", "(c)", "(d)", "(e)"}) {
    list += std::string("   ") + mark + " clean the shores of its lakes, and tell the oth-\n       ers;\n";
  }
  list += "   (f) fish with no more than the rods of others, and of it,\nprovided that nobody is hurt.\n";
  const auto text = clean_text(page_with(list)).text;
  EXPECT_NE(text.find("and of it,\n\nprovided"), std::string::npos) << text;
  EXPECT_EQ(text.find("\n\n"), text.rfind("\n\n")) << text;
}

TEST(CleanText, leaves_lines_of_a_point_together_where_they_do_not_tell) {
  const auto flush = page_with("   (a) clean its shores each year, and tell all of the\nothers of it, and fish.\n");
  EXPECT_EQ(clean_text(flush).text, flush);
  const std::string at_will = "(a) fish,\nor not,\n(b) swim,\nprovided that nobody is hurt.\n";
  EXPECT_EQ(clean_text(at_will).text, at_will);
}

TEST(CleanText, of_a_hundred_thousand_pages_takes_no_time) {
  constexpr std::size_t kPages = 100'000;
  std::string raw;
  for (std::size_t page = 0; page < kPages; ++page) raw += "\fCETS\n";
  EXPECT_EQ(clean_text(raw).text.find("CETS"), std::string::npos);
  EXPECT_EQ(clean_text(std::string(kPages, '\f')).text.size(), kPages);
}

}  // namespace
}  // namespace treatygraph::ingest
