#include "queries/search/typed_citation.h"

#include <atomic>

#include <gmock/gmock.h>

#include "queries/request/budget_in_force.h"
#include "tests/support/drawing.h"

namespace treatygraph::queries {
namespace {

using ::testing::ElementsAre;

std::string read(std::string_view typed) {
  const auto citation = read_citation(typed);
  if (!citation) return "none";
  return citation->eid.to_string() + (citation->treaty.empty() ? "" : " of " + citation->treaty);
}

TEST(TypedCitation, is_read_in_the_forms_that_people_type) {
  EXPECT_EQ(read("art 24(2)"), "art_24__para_2");
  EXPECT_EQ(read("Article 6, paragraph 1"), "art_6__para_1");
  EXPECT_EQ(read("24 uncc"), "art_24 of uncc");
  EXPECT_EQ(read("art. 40(3)(a)(ii)"), "art_40__para_3__point_a__point_ii");
  EXPECT_EQ(read("chapter IV"), "chp_IV");
  EXPECT_EQ(read("Article 6, paragraph 1 of the Budapest Convention"), "art_6__para_1 of budapest convention");
}

TEST(TypedCitation, is_read_in_the_words_of_six_languages) {
  EXPECT_EQ(read("capitolo 2"), "chp_2");
  EXPECT_EQ(read("règle 7"), "rule_7");
  EXPECT_EQ(read("Anlage 3"), "annex_3");
  EXPECT_EQ(read("artículo 5, puntos 1"), "art_5__point_1");
}

TEST(TypedCitation, keeps_the_numbers_and_years_of_names_apart_from_those_of_articles) {
  EXPECT_EQ(read("CETS 185 art 2"), "art_2 of cets 185");
  EXPECT_EQ(read("Article 2 of ETS No. 005"), "art_2 of ets 005");
  EXPECT_EQ(read("ILO C182 art 3"), "art_3 of ilo c182");
  EXPECT_EQ(read("GATT 1994 article XX"), "art_XX of gatt 1994");
  EXPECT_EQ(read("art 33 of the 1951 Refugee Convention"), "art_33 of 1951 refugee convention");
  EXPECT_EQ(read("artículo 17 del Pacto"), "art_17 of del pacto");
  EXPECT_EQ(read("art 19 Covenant on Civil Rights"), "art_19 of covenant on civil rights");
  EXPECT_EQ(read("chapter XXIV"), "chp_XXIV");
}

TEST(TypedCitation, keeps_the_point_where_the_treaty_stands_before_it) {
  EXPECT_EQ(read("UNCC Art 2(h)"), "art_2__point_h of uncc");
  EXPECT_EQ(read("Hanoi Convention, art. 53(3)(e)"), "art_53__para_3__point_e of hanoi convention");
}

TEST(TypedCitation, is_read_where_its_number_is_an_ordinal_of_several_words) {
  EXPECT_EQ(read("twenty-fourth article"), "art_24");
  EXPECT_EQ(read("the thirty seventh article"), "art_37");
  EXPECT_EQ(read("art. 6, párr. 2"), "art_6__para_2");
}

/// Each step may be written in several ways, so that brackets upon brackets are work without end.
TEST(TypedCitation, of_brackets_upon_brackets_is_within_the_budget_and_finds_the_provision_around) {
  const auto graph = testing::graph_of(R"(
    treaty:t title="Treaty on Lakes"
    t:art_1__para_2__point_a
  )");
  std::string typed = "art 1(2)(a)";
  for (int i = 0; i < 40; ++i) typed += "(2)(a)";
  const auto citation = read_citation(typed);
  ASSERT_TRUE(citation);
  const auto treaty = *graph.find("treaty:t");
  const auto hits = provisions_cited(graph, *citation, {treaty}, Nearest::Offer);
  ASSERT_FALSE(hits.empty());
  EXPECT_EQ(graph.key(hits[0].node), "t:art_1__para_2__point_a");
  const std::atomic<bool> cancelled = true;
  Budget budget(Budget::Limits{}, &cancelled);
  const BudgetInForce in_force(budget);
  EXPECT_THROW((void)provisions_cited(graph, *citation, {treaty}, Nearest::Offer), OutOfBudget);
}

TEST(TypedCitation, may_name_what_follows_it_as_well) {
  for (const auto* typed : {"art. 24 et seq.", "Art. 24 ff.", "artículo 24 y siguientes", "article 24 et suivants"}) {
    const auto citation = read_citation(typed);
    ASSERT_TRUE(citation) << typed;
    EXPECT_TRUE(citation->and_following) << typed;
    EXPECT_EQ(read(typed), "art_24") << typed;
  }
}

TEST(TypedCitation, is_read_with_signs_words_and_in_other_languages) {
  EXPECT_EQ(read("§ 24"), "art_24");
  EXPECT_EQ(read("art 24 § 2"), "art_24__para_2");
  EXPECT_EQ(read("Article VI"), "art_VI");
  EXPECT_EQ(read("article twenty-four"), "art_24");
  EXPECT_EQ(read("the second paragraph of article 24"), "art_24__para_2");
  EXPECT_EQ(read("Ch. V"), "chp_V");
  EXPECT_EQ(read("Artikel 24 Absatz 2"), "art_24__para_2");
  EXPECT_EQ(read("artículo 24, párrafo 2"), "art_24__para_2");
  EXPECT_EQ(read("article premier"), "art_1");
  EXPECT_EQ(read("Chapter IV, Article 24"), "art_24");
  EXPECT_EQ(read("article 8 bis"), "art_8bis");
}

std::vector<std::string> all_of(std::string_view typed) {
  const auto citation = read_citation(typed);
  std::vector<std::string> eids;
  if (!citation) return eids;
  eids.push_back(citation->eid.to_string());
  for (const auto& eid : citation->more) eids.push_back(eid.to_string());
  return eids;
}

TEST(TypedCitation, may_be_a_range_or_a_list) {
  EXPECT_THAT(all_of("articles 7 to 9"), ElementsAre("art_7", "art_8", "art_9"));
  EXPECT_THAT(all_of("arts. 7-9"), ElementsAre("art_7", "art_8", "art_9"));
  EXPECT_THAT(all_of("Artikel 7 bis 9"), ElementsAre("art_7", "art_8", "art_9"));
  EXPECT_THAT(all_of("articles 7, 9 and 12"), ElementsAre("art_7", "art_9", "art_12"));
  EXPECT_THAT(all_of("articles 24(1) and 25(2)"), ElementsAre("art_24__para_1", "art_25__para_2"));
  EXPECT_THAT(all_of("article 24, paragraphs 2 and 3"), ElementsAre("art_24__para_2", "art_24__para_3"));
  EXPECT_EQ(all_of("articles 1 to 99999").size(), kMostProvisions);
}

TEST(TypedCitation, of_a_list_is_of_each_part_that_it_names) {
  for (const auto* typed : {"24(1)(a) and (b)", "24(1)(a), (b)", "article 24, paragraph 1, points a and b",
                            "points (a) and (b) of paragraph 1 of article 24", "art. 24 para. 1 lit. a, b"}) {
    EXPECT_THAT(all_of(typed), ElementsAre("art_24__para_1__point_a", "art_24__para_1__point_b")) << typed;
  }
  for (const auto* typed : {"paragraphs 2 and 3 of article 24", "Art. 24 Abs. 2 und 3", "24(2) and (3)", "24(2), 24(3)",
                            "article 24.2 and 3", "art 24, paras 2, 3", "párrafos 2 y 3 del artículo 24",
                            "article 24(2) and paragraph 3"}) {
    EXPECT_THAT(all_of(typed), ElementsAre("art_24__para_2", "art_24__para_3")) << typed;
  }
  for (const auto* typed : {"annexes I and II", "anexos I y II", "annexes I et II", "Anlagen I und II"}) {
    EXPECT_THAT(all_of(typed), ElementsAre("annex_I", "annex_II")) << typed;
  }
  EXPECT_THAT(all_of("24(1)(a)(i) and (c)"),
              ElementsAre("art_24__para_1__point_a__point_i", "art_24__para_1__point_c"));
  EXPECT_THAT(all_of("24(1)(a)(ii) and (iv)"),
              ElementsAre("art_24__para_1__point_a__point_ii", "art_24__para_1__point_a__point_iv"));
  EXPECT_THAT(all_of("schedules A, B and D"), ElementsAre("schedule_A", "schedule_B", "schedule_D"));
  EXPECT_THAT(all_of("articles VI and VII"), ElementsAre("art_VI", "art_VII"));
  EXPECT_THAT(all_of("chapter 2 and 3"), ElementsAre("chp_2", "chp_3"));
  EXPECT_THAT(all_of("articles 5 and 6 of annex I"), ElementsAre("annex_I__art_5", "annex_I__art_6"));
  EXPECT_THAT(all_of("art 5 and annex II"), ElementsAre("art_5", "annex_II"));
  EXPECT_THAT(all_of("article 24, 2"), ElementsAre("art_24__para_2")) << "a comma may go down";
}

TEST(TypedCitation, of_a_range_is_of_each_part_in_it) {
  EXPECT_THAT(all_of("points a to c of article 6"), ElementsAre("art_6__point_a", "art_6__point_b", "art_6__point_c"));
  EXPECT_THAT(all_of("6(a)-(c)"), ElementsAre("art_6__point_a", "art_6__point_b", "art_6__point_c"));
  EXPECT_THAT(all_of("6(1)(i)-(iii)"),
              ElementsAre("art_6__para_1__point_i", "art_6__para_1__point_ii", "art_6__para_1__point_iii"));
  EXPECT_THAT(all_of("annexes A to C"), ElementsAre("annex_A", "annex_B", "annex_C"));
  EXPECT_THAT(all_of("parts I to III"), ElementsAre("part_I", "part_II", "part_III"));
  EXPECT_THAT(all_of("articles 24(1) to 26"), ElementsAre("art_24__para_1", "art_25", "art_26"));
}

constexpr std::string_view kTreaties = R"(
  treaty:lakes title="Convention on Lakes" short_title="Riverton Convention" aliases="CL;CETS 5;Convención de los Lagos" year=1988
  lakes:art_17__para_2
  treaty:lakes-protocol title="Protocol to the Convention on Lakes on the sale of boats"
  lakes-protocol:art_17
  treaty:rivers title="Convention on Rivers" aliases="River Convention;CR" loaded=false
)";

std::vector<std::string> found(const Graph& graph, std::string_view typed);

TEST(TypedCitation, may_name_an_annex_by_a_code_that_the_graph_has) {
  const auto graph = testing::graph_of(R"(
    treaty:energy title="Treaty on Energy"
    energy:annex_TRM__para_1
    energy:annex_EQ-I__para_3
    energy:annex_ORIG-2
    energy:annex_IV
    energy:annex_NI
  )");
  for (const auto* typed : {"annex TRM", "Annex trm", "annex TRM of the Treaty on Energy", "energy annex TRM"}) {
    EXPECT_THAT(found(graph, typed), ElementsAre("energy:annex_TRM")) << typed;
  }
  EXPECT_THAT(found(graph, "annex TRM, paragraph 1"), ElementsAre("energy:annex_TRM__para_1"));
  EXPECT_THAT(found(graph, "annex EQ I"), ElementsAre("energy:annex_EQ-I"));
  EXPECT_THAT(found(graph, "annex EQ-I"), ElementsAre("energy:annex_EQ-I"));
  EXPECT_THAT(found(graph, "ANNEX ORIG-2"), ElementsAre("energy:annex_ORIG-2"));
  EXPECT_THAT(found(graph, "annex NI"), ElementsAre("energy:annex_NI"));
  EXPECT_THAT(found(graph, "annex IV"), ElementsAre("energy:annex_IV"));
  EXPECT_THAT(found(graph, "annex CAT"), ElementsAre()) << "no annex has this code";
}

std::vector<std::string> found(const Graph& graph, std::string_view typed) {
  std::vector<std::string> keys;
  for (const auto& hit : find_citation(graph, typed)) {
    keys.push_back(std::string(graph.key(hit.node)) + (hit.exact ? "" : "?"));
  }
  return keys;
}

TEST(TypedCitation, is_of_the_treaty_whose_name_is_typed) {
  const auto graph = treatygraph::testing::graph_of(kTreaties);
  for (const auto* typed :
       {"art 17(2) Convention on Lakes", "CL art 17(2)", "CETS 005 art 17 para 2", "ETS No. 5 art 17(2)",
        "Article 17, paragraph 2 of the Riverton Convention", "lakes art 17(2)",
        "artículo 17(2) de la Convencion de los Lagos", "art 17(2) of the 1988 Riverton Convention"}) {
    EXPECT_THAT(found(graph, typed), ElementsAre("lakes:art_17__para_2")) << typed;
  }
}

TEST(TypedCitation, is_never_of_another_treaty_than_the_one_that_is_named) {
  const auto graph = treatygraph::testing::graph_of(kTreaties);
  EXPECT_THAT(found(graph, "CR art 17"), ElementsAre("treaty:rivers?")) << "it is not loaded";
  EXPECT_THAT(found(graph, "art 17 of the River Convention"), ElementsAre("treaty:rivers?"));
  EXPECT_THAT(found(graph, "art 99 of the Riverton Convention"), ElementsAre("treaty:lakes?"));
  EXPECT_THAT(found(graph, "art 17 of the Pond Convention"), ElementsAre());
  EXPECT_THAT(found(graph, "art 17 of the Convention on Boats"), ElementsAre()) << "a protocol speaks of boats";
  EXPECT_THAT(found(graph, "art 17 of the 1990 Riverton Convention"), ElementsAre()) << "another year";
}

TEST(TypedCitation, may_give_a_word_of_a_name_instead_of_all) {
  const auto graph = treatygraph::testing::graph_of(kTreaties);
  EXPECT_THAT(found(graph, "art 17 boats"), ElementsAre("lakes-protocol:art_17"));
}

TEST(TypedCitation, is_found_within_annexes_and_regulations) {
  const auto graph = treatygraph::testing::graph_of(R"(
treaty:seals slug=seals title="Convention on Seals" loaded=true
seals:art_3
seals:art_3__para_2
seals:regulations
seals:regulations__rule_3
seals:regulations__rule_3__para_2
seals:chp_II
seals:chp_II__art_9
)");
  EXPECT_THAT(found(graph, "art 3(2)"), ElementsAre("seals:art_3__para_2"));
  EXPECT_THAT(found(graph, "rule 3"), ElementsAre("seals:regulations__rule_3"));
  EXPECT_THAT(found(graph, "Rule 3(2)"), ElementsAre("seals:regulations__rule_3__para_2"));
  EXPECT_THAT(found(graph, "article 9"), ElementsAre("seals:chp_II__art_9"));
}

TEST(TypedCitation, of_a_treaty_alone_is_the_treaty) {
  const auto graph = treatygraph::testing::graph_of(kTreaties);
  EXPECT_THAT(found(graph, "the Riverton Convention"), ElementsAre("treaty:lakes"));
  EXPECT_THAT(found(graph, "CETS 5"), ElementsAre("treaty:lakes"));
  EXPECT_THAT(found(graph, "boats"), ElementsAre());
}

TEST(TypedCitation, is_not_seen_in_other_words) {
  for (const auto* typed : {"", "freezing of assets", "the article about lakes", "paragraph", "art"}) {
    EXPECT_EQ(read(typed), "none") << typed;
  }
}

}  // namespace
}  // namespace treatygraph::queries
