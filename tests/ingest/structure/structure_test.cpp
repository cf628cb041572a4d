#include <algorithm>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "ingest/structure/text_structure.h"
#include "tests/ingest/structure/provisions_told.h"

namespace treatygraph::ingest {
namespace {

using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using ::testing::IsEmpty;

const Provision* find(const Structure& structure, std::string_view eid) {
  for (const auto& provision : structure) {
    if (provision.eid.to_string() == eid) return &provision;
  }
  return nullptr;
}

constexpr std::string_view kLakes = R"(TREATY ON LAKES

The States Parties to this Treaty, Convinced that lakes matter, Have agreed as follows:

PART I GENERAL

Article 1
Definitions

For the purposes of this Treaty:

(a) "lake" means still water;

(b) "shore" means:

(i) sand;

(ii) reeds.

Article 2 Duties of the Parties The Parties shall keep lakes clean.

PART II COOPERATION

SECTION 1. EXCHANGE

Article 3

1. The Parties shall: (a) meet; and (b) talk,

in good faith and without delay.
2. They shall publish what they agree.

Article 3bis
Costs

Each Party bears its own costs. IN WITNESS WHEREOF the undersigned have signed.

ANNEX I. LIST OF LAKES

1. The long lake.

2. The round lake.

ANNEX II. ARBITRATION

Article 1
Tribunal

There is a tribunal.
)";

TEST(Structure, reads_a_treaty_with_everything) {
  EXPECT_THAT(eids(kLakes),
              ElementsAre("preamble", "part_I", "art_1", "art_1__point_a", "art_1__point_b", "art_1__point_b__point_i",
                          "art_1__point_b__point_ii", "art_2", "part_II", "part_II__sec_1", "art_3", "art_3__para_1",
                          "art_3__para_1__point_a", "art_3__para_1__point_b", "art_3__para_2", "art_3bis", "annex_I",
                          "annex_I__para_1", "annex_I__para_2", "annex_II", "annex_II__art_1"));
}

TEST(Structure, parts_headings_from_what_follows_on_their_line) {
  const auto structure = read_structure(kLakes);
  EXPECT_EQ(find(structure, "art_1")->heading, "Definitions");
  EXPECT_EQ(find(structure, "art_2")->heading, "Duties of the Parties");
  EXPECT_EQ(words(kLakes, "art_2"), "The Parties shall keep lakes clean.");
  EXPECT_EQ(find(structure, "part_II__sec_1")->heading, "EXCHANGE");
  EXPECT_EQ(find(structure, "annex_I")->heading, "LIST OF LAKES");
}

TEST(Structure, gives_the_tail_of_a_list_to_what_has_the_list) {
  EXPECT_EQ(words(kLakes, "art_3__para_1__point_b"), " talk,");
  EXPECT_NE(words(kLakes, "art_3__para_1").find("without delay"), std::string::npos);
}

TEST(Structure, gives_the_main_clause_after_a_list_to_what_has_the_list) {
  constexpr std::string_view kText =
      "Article 1\n\nBoats\n\n1. Where a Party has a boat that:\n\n(a) leaks, and\n\n(b) is old, that Party may sell "
      "it. "
      "It tells the others.\n\n2. Each Party may mend boats that:\n\n(a) leak; or\n\n(b) are old, the wood of which "
      "may rot.\n";
  EXPECT_EQ(words(kText, "art_1__para_1__point_b"), " is old,");
  EXPECT_NE(words(kText, "art_1__para_2__point_b").find("may rot"), std::string::npos);
}

TEST(Structure, gives_a_list_between_two_points_to_the_first_whatever_stands_before_it) {
  constexpr std::string_view kText = R"(Article 1

The Parties shall support:

(a) schools;

(b) work against drugs, and all that follows from them.

Cooperation shall comprise:

(i) training;

(ii) other work.

(c) water.

They report each year:

(i) in spring; and

(ii) in autumn.
)";
  const auto structure = read_structure(kText);
  EXPECT_EQ(words(kText, "art_1__point_b__point_ii"), " other work.");
  EXPECT_EQ(words(kText, "art_1__point_ii"), " in autumn.") << "after the last point a new sentence has its own list";
  EXPECT_EQ(std::ranges::count(structure, ProvisionKind::Point, &Provision::kind), 7);
}

TEST(Structure, takes_unbroken_lines_for_paragraphs_and_so_finds_the_tails_between_them) {
  const std::string boats = "(b) mend every boat that " + std::string(200, 'x') + " leaks;\n";
  const auto text = "Article 1\n\n1. Each Party shall:\n(a) clean its lakes;\n" + boats +
                    "without delay and at its own cost.\n2. It says so.\n";
  EXPECT_EQ(words(text, "art_1__para_1__point_b").find("without delay"), std::string::npos);
  EXPECT_NE(words(text, "art_1__para_1").find("without delay"), std::string::npos);
  constexpr std::string_view kBroken =
      "Article 1\n\n1. Each Party shall:\n(a) clean its lakes;\n(b) mend every boat that leaks,\nwherever it is.\n2. "
      "It says so.\n";
  EXPECT_NE(words(kBroken, "art_1__para_1__point_b").find("wherever"), std::string::npos);
}

TEST(Structure, finds_a_tail_after_a_line_that_ends_before_its_page_does) {
  constexpr std::string_view text = R"(Article 1
Boats
1. The Assembly decides whether a boat may sail on a lake of another Party, where
(a) it has been built and equipped in accordance with the rules on safety of boats
and of lakes. They are published each year;
(b) it has paid.
If the Assembly finds that the boat may not sail solely because of subparagraph (b)
above, it says so.
2. Boats are registered.
)";
  EXPECT_EQ(words(text, "art_1__para_1__point_b"), " it has paid.");
  EXPECT_THAT(words(text, "art_1__para_1__point_a"), ::testing::HasSubstr("published"));
}

TEST(Structure, takes_no_first_line_for_a_heading_where_articles_have_none) {
  constexpr std::string_view text = R"(Article 1
There is an Assembly of lakes.

Article 2
Every treaty and every agreement that is made by any
Member of the Assembly is written down.

Article 3
1. Lakes are clean.

2. They stay so.
)";
  const auto structure = read_structure(text);
  EXPECT_EQ(find(structure, "art_2")->heading, "");
  EXPECT_THAT(words(text, "art_2"), ::testing::StartsWith("Every treaty"));
}

TEST(Structure, knows_headings_by_their_capitals_and_sentences_by_their_verbs) {
  constexpr std::string_view text = R"(Article 1
Other Use Without the Consent of the Owner
Where the law allows other use, boats may sail.

Article 2
Where a declaration is in force, care shall include at least

(a) oars; and

(b) nets.

Article 3
TRANSFER OF BOATS
The Parties consider transfers in accordance with article 2, paragraph
1 (a).
)";
  const auto structure = read_structure(text);
  EXPECT_EQ(find(structure, "art_1")->heading, "Other Use Without the Consent of the Owner");
  EXPECT_EQ(find(structure, "art_2")->heading, "");
  EXPECT_EQ(find(structure, "art_3")->heading, "TRANSFER OF BOATS");
}

TEST(Structure, leaves_the_signatures_out_of_the_last_article) {
  EXPECT_EQ(words(kLakes, "art_3bis"), "\n\nEach Party bears its own costs.");
}

TEST(Structure, takes_i_after_h_for_a_letter_and_after_a_colon_for_a_number) {
  std::string letters = "Article 1\nLong list\n\nThe Parties shall:\n";
  for (char c = 'a'; c <= 'k'; ++c) letters += std::string("\n(") + c + ") do thing " + c + ";\n";
  const auto all = eids(letters);
  EXPECT_EQ(all.size(), 12U);
  EXPECT_EQ(all[9], "art_1__point_i");
  EXPECT_THAT(
      eids("Article 1\nX\n\nThey shall:\n\n(h) not open a list;\n\n(a) open one:\n\n(i) inner;\n\n(ii) inner.\n"),
      ElementsAre("art_1", "art_1__point_a", "art_1__point_a__point_i", "art_1__point_a__point_ii"));
}

TEST(Structure, takes_no_citation_for_a_provision) {
  EXPECT_THAT(
      eids("Article 1\nScope\n\nThis Treaty is subject to\n\nArticle 2 of the Charter, and to paragraphs 1 (a),\n"
           "(b) and (c) of it.\n\nArticle 2\nEnd\n\nNothing more is said in article 1, paragraph\n1. It ends.\n"),
      ElementsAre("art_1", "art_2"));
}

TEST(Structure, leaves_a_table_of_contents_out) {
  std::string text = "TREATY\n\nCONTENTS\n\n";
  for (int i = 1; i <= 8; ++i)
    text += "Article " + std::to_string(i) + " Heading " + std::string(static_cast<std::size_t>(i), 'x') + "\n";
  text += "\n";
  for (int i = 1; i <= 8; ++i) {
    text += "Article " + std::to_string(i) +
            "\nHeading\n\nThe Parties shall do what article one says. They shall do it well.\n\n";
  }
  const auto all = eids(text);
  EXPECT_EQ(all.size(), 8U);
  EXPECT_NE(words(text, "art_8").find("do it well"), std::string::npos);
}

TEST(Structure, reads_numbers_in_words_and_romans) {
  EXPECT_THAT(eids("ARTICLE I\n\nThe first.\n\nARTICLE II\n\nThe second.\n"), ElementsAre("art_I", "art_II"));
  EXPECT_THAT(eids("CHAPTER TWENTY\n\nArticle 1\n\nOne.\n\nCHAPTER TWENTY ONE\n\nArticle 2\n\nTwo.\n\n"
                   "CHAPTER TWENTY-SECOND\n\nArticle 3\n\nThree.\n"),
              ElementsAre("chp_20", "art_1", "chp_21", "art_2", "chp_22", "art_3"));
  EXPECT_THAT(eids("Article One\n\nThe first.\n\nArticle Two\n\nThe second.\n"), ElementsAre("art_1", "art_2"));
}

/// Each part lies in its whole, and siblings do not overlap.
void expect_nested(const Structure& structure, std::size_t size) {
  for (const auto& provision : structure) {
    EXPECT_LE(provision.start, provision.body);
    EXPECT_LE(provision.body, provision.end);
    EXPECT_LE(provision.end, size);
    if (provision.parent == Provision::kNoParent) continue;
    EXPECT_GE(provision.start, structure[provision.parent].start) << provision.eid.to_string();
    EXPECT_LE(provision.end, structure[provision.parent].end) << provision.eid.to_string();
  }
}

TEST(Structure, nests_whatever_is_thrown_at_it) {
  const std::string pieces[] = {"Article 1\n",    "1. ",   "(a) ", "(i) ", "\n\n", "PART II\n",  "ANNEX\n",
                                "shall ",         ": ",    "; ",   "2. ",  "(b) ", "Article 2 ", "of article 3, ",
                                "Section 1. X\n", "(ii) ", "a) ",  "l. "};
  std::uint64_t state = 42;
  for (int round = 0; round < 2'000; ++round) {
    std::string text;
    for (int i = 0; i < 40; ++i) {
      state = state * 6364136223846793005U + 1442695040888963407U;
      text += pieces[(state >> 33U) % std::size(pieces)];
    }
    expect_nested(read_structure(text), text.size());
  }
}

TEST(Structure, finds_nothing_in_what_is_no_treaty) {
  EXPECT_THAT(eids(""), IsEmpty());
  EXPECT_THAT(eids("A letter about the weather."), IsEmpty());
  EXPECT_THAT(eids(std::string(1'000'000, 'x')), IsEmpty());
}

TEST(Structure, gives_articles_the_headings_above_their_numbers) {
  const std::string_view text =
      "Scope\nArticle 1\nThis Treaty applies to lakes.\n\nUse of\nterms\nArticle 2\nA lake is still "
      "water.\n\nCosts\n\nArticle 3\nEach Party bears its costs.\n";
  const auto structure = read_structure(text);
  ASSERT_EQ(structure.size(), 3U);
  EXPECT_EQ(structure[0].heading, "Scope");
  EXPECT_EQ(structure[1].heading, "Use of terms");
  EXPECT_EQ(structure[2].heading, "Costs");
  EXPECT_EQ(words(text, "art_1"), "This Treaty applies to lakes.");
  EXPECT_EQ(words(text, "art_2"), "A lake is still water.");
}

TEST(Structure, of_an_article_that_says_nothing_ends_above_the_next_heading) {
  const std::string_view text =
      "Scope\n\nArticle 1\n\n1. Lakes are clean.\n\nTerms\n\nArticle 2\n\nCosts\nCOSTS OF LAKES\n\nArticle 3\n\n"
      "1. Each pays.\n\nEnd\n\nArticle 4\n\n1. It ends.\n";
  const auto structure = read_structure(text);
  ASSERT_EQ(structure.size(), 7U);
  EXPECT_EQ(structure[2].heading, "Terms");
  EXPECT_EQ(structure[3].heading, "Costs COSTS OF LAKES");
  EXPECT_EQ(words(text, "art_2"), "");
}

TEST(Structure, leaves_headings_below_the_number_where_they_are) {
  const auto structure = read_structure(
      "Article 1\nScope\n\nThis Treaty applies to lakes and ponds\n\nArticle 2\nTerms\n\nA lake is still "
      "water\n\nArticle 3\nCosts\n\nEach Party bears its costs\n\nArticle 4\nEnd\n\nIt ends.\n");
  ASSERT_EQ(structure.size(), 4U);
  EXPECT_EQ(structure[1].heading, "Terms");
  EXPECT_EQ(structure[2].heading, "Costs");
}

std::string repeated(std::string_view words, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += words;
  return text;
}

TEST(Structure, of_hostile_text_takes_no_time) {
  constexpr std::size_t kTimes = 100'000;
  EXPECT_EQ(read_structure(repeated("PART I\n", kTimes)).size(), kTimes);
  EXPECT_EQ(read_structure("Article 1\n\n" + repeated("; or (a) lakes", kTimes)).size(), 1U);
}

}  // namespace
}  // namespace treatygraph::ingest
