#include "queries/questions/search.h"

#include <algorithm>
#include <atomic>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "graph/database.h"
#include "tests/support/drawing.h"
#include "tests/support/random_graph.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph::queries {
namespace {

using testing::graph_of;
using testing::Random;

constexpr std::string_view kLakesAndRivers = R"(
  treaty:lakes title="Treaty on Lakes" aliases="Lakes Convention;Review Convention"
  lakes:art_24__para_2 heading="" text="Independent review of freezing."
  lakes:art_6__para_1
  lakes:art_30 heading="Freezing"
  treaty:rivers title="Treaty on Rivers"
  rivers:art_24
)";

std::vector<std::string> found(const Graph& graph, std::string typed, SearchHit::Kind kind) {
  const auto answer = search(graph, {std::move(typed), "", "", Page{20, ""}}, Budget());
  EXPECT_TRUE(answer) << (answer ? "" : answer.error().detail);
  std::vector<std::string> keys;
  if (answer) {
    for (const auto& hit : answer->hits) {
      if (hit.kind == kind) keys.emplace_back(graph.key(hit.node));
    }
  }
  return keys;
}

TEST(Search, finds_a_citation_as_people_type_it_first) {
  const auto graph = graph_of(kLakesAndRivers);
  for (const auto* typed : {"art 24(2)", "Article 24, paragraph 2", "art. 24 (2)",
                            "article 24(2) of the Lakes Convention", "24(2) lakes", "lakes art 24 para 2"}) {
    const auto exact = found(graph, typed, SearchHit::Kind::Citation);
    ASSERT_FALSE(exact.empty()) << typed;
    EXPECT_EQ(exact.front(), "lakes:art_24__para_2") << typed;
  }
  EXPECT_EQ(found(graph, "24 rivers", SearchHit::Kind::Citation), std::vector<std::string>{"rivers:art_24"});
}

/// 1,100 articles about tariffs in one treaty, and three in another, among other words.
const Graph& many_tariffs() {
  static const Graph graph = [] {
    std::string drawing = "treaty:trade title=\"Treaty on Trade\"\n";
    for (int i = 1; i <= 1'100; ++i) drawing += fmt::format("trade:art_{} heading=\"\" text=\"Tariff.\"\n", i);
    drawing += "treaty:lakes title=\"Treaty on Lakes\"\n";
    for (int i = 1; i <= 3; ++i) {
      drawing += fmt::format("lakes:art_{} heading=\"\" text=\"No boat pays a tariff where it lands.\"\n", i);
    }
    return graph_of(drawing);
  }();
  return graph;
}

TEST(Search, of_one_treaty_finds_all_of_it_however_many_others_match) {
  const auto asked_for = search(many_tariffs(), {"tariff", "", "lakes", Page{20, ""}}, Budget());
  ASSERT_TRUE(asked_for);
  EXPECT_EQ(asked_for->total, 3U);
  EXPECT_FALSE(asked_for->truncated);
  const auto named = found(many_tariffs(), "tariff Treaty on Lakes", SearchHit::Kind::Text);
  EXPECT_THAT(named, ::testing::IsSupersetOf({"lakes:art_1", "lakes:art_2", "lakes:art_3"}));
}

TEST(Search, says_that_it_counts_only_the_best_or_gives_all) {
  const auto best = search(many_tariffs(), {"tariff", "", "", Page{20, ""}}, Budget());
  ASSERT_TRUE(best && best->truncated);
  EXPECT_LT(best->total, 1'103U);
  EXPECT_TRUE(best->has_more);
  EXPECT_THAT(best->truncated->reason, ::testing::HasSubstr("of more than"));
  const auto all = search(many_tariffs(), {"tariff", "", "", Page{Page::kAll, ""}}, Budget());
  ASSERT_TRUE(all);
  EXPECT_EQ(all->total, 1'103U);
  EXPECT_FALSE(all->has_more);
  EXPECT_FALSE(all->truncated);
}

TEST(Search, finds_every_article_of_a_range_or_says_that_it_does_not) {
  EXPECT_THAT(found(many_tariffs(), "articles 1 to 3 of the Treaty on Lakes", SearchHit::Kind::Citation),
              ::testing::SizeIs(3));
  const auto most =
      search(many_tariffs(), {"articles 1 to 900 of the Treaty on Trade", "", "", Page{Page::kAll, ""}}, Budget());
  ASSERT_TRUE(most);
  EXPECT_EQ(std::ranges::count(most->hits, SearchHit::Kind::Citation, &SearchHit::kind), 900);
  EXPECT_THAT(most->notes, ::testing::IsEmpty());
  const auto more =
      search(many_tariffs(), {"articles 1 to 1100 of the Treaty on Trade", "", "", Page{Page::kAll, ""}}, Budget());
  ASSERT_TRUE(more);
  EXPECT_THAT(more->notes, ::testing::Contains(::testing::HasSubstr("only the first 1000 provisions")));
  const auto beyond =
      search(many_tariffs(), {"articles 2 to 9 of the Treaty on Lakes", "", "", Page{Page::kAll, ""}}, Budget());
  ASSERT_TRUE(beyond);
  EXPECT_THAT(beyond->notes,
              ::testing::ElementsAre("there is no article 4, article 5, article 6 and 3 more of these here"));
}

TEST(Search, finds_articles_numbered_by_chapter_or_in_roman_and_does_not_say_that_they_are_missing) {
  const auto graph = testing::graph_of(R"(
    treaty:t title="Treaty on Lakes"
    t:art_IV heading=Boats
    t:art_10-22 heading=Rafts
    t:art_10-22__para_5
    t:art_10-22__para_5__point_d
  )");
  for (const auto& [typed, key] : {std::pair("article 4", "t:art_IV"), std::pair("article 10.22", "t:art_10-22"),
                                   std::pair("article 10.22(5)(d)", "t:art_10-22__para_5__point_d")}) {
    const auto found = search(graph, {typed, "", "", Page{Page::kAll, ""}}, Budget());
    ASSERT_TRUE(found && !found->hits.empty()) << typed;
    EXPECT_EQ(graph.key(found->hits.front().node), key) << typed;
    EXPECT_THAT(found->notes, ::testing::IsEmpty()) << typed;
  }
}

TEST(Search, finds_each_cited_provision_inside_annexes_and_chapters) {
  const auto graph = testing::graph_of(R"(
    treaty:t title="Treaty on Lakes"
    t:art_1 heading=Boats
    t:chp_II__art_2 heading=Rafts
    t:chp_III__art_2 heading=Oars
    t:annex_I__rule_3 heading=Nets
    t:annex_I__rule_4 heading=Lines
  )");
  const auto cited = [&](const char* typed) { return found(graph, typed, SearchHit::Kind::Citation); };
  EXPECT_THAT(cited("rules 3 and 4"), ::testing::ElementsAre("t:annex_I__rule_3", "t:annex_I__rule_4"));
  EXPECT_THAT(cited("article 1 and rule 4"), ::testing::ElementsAre("t:art_1", "t:annex_I__rule_4"));
  EXPECT_THAT(cited("article 2"), ::testing::ElementsAre("t:chp_II__art_2", "t:chp_III__art_2"));
  for (const auto* typed : {"rules 3 and 4", "article 1 and rule 4", "article 2"}) {
    const auto answer = search(graph, {typed, "", "", Page{Page::kAll, ""}}, Budget());
    ASSERT_TRUE(answer) << typed;
    EXPECT_THAT(answer->notes, ::testing::IsEmpty()) << typed;
  }
}

TEST(Search, names_every_part_of_a_list_that_is_not_there) {
  const auto graph = graph_of(kLakesAndRivers);
  const auto answer = search(graph, {"points (y) and (z) of article 30", "", "lakes", Page{Page::kAll, ""}}, Budget());
  ASSERT_TRUE(answer);
  EXPECT_THAT(answer->notes, ::testing::ElementsAre(
                                 "there is no article 30 (y), article 30 (z) here; shown is what would contain it"));
}

TEST(Search, takes_a_bare_number_for_a_citation_beside_words_of_the_heading_alone) {
  const auto graph = graph_of(kLakesAndRivers);
  for (const auto* typed : {"30 freezing", "freezing 30", "30 lakes freezing", "lakes convention 30 freezing"}) {
    EXPECT_EQ(found(graph, typed, SearchHit::Kind::Citation), std::vector<std::string>{"lakes:art_30"}) << typed;
  }
  for (const auto* typed : {"24 freezing", "30 independent", "30 freezing independent", "30 rivers freezing"}) {
    EXPECT_TRUE(found(graph, typed, SearchHit::Kind::Citation).empty()) << typed;
  }
}

TEST(Search, never_takes_a_protocol_for_the_treaty_that_it_belongs_to) {
  const auto graph = graph_of(kLakesAndRivers);
  for (const auto* typed : {"article 24 of the Protocol to the Lakes Convention",
                            "Second Additional Protocol to the Lakes Convention, art 6"}) {
    EXPECT_TRUE(found(graph, typed, SearchHit::Kind::Citation).empty()) << typed;
    EXPECT_TRUE(found(graph, typed, SearchHit::Kind::NearestToCitation).empty()) << typed;
  }
}

TEST(Search, finds_no_statement_by_the_name_of_a_speaker_who_is_hidden) {
  const auto graph = graph_of(R"(
    org:reed name="Reed Society"
    statement:reed-1 title="On freezing"
    org:reed -MADE-> statement:reed-1
  )");
  const auto hits = [&](std::vector<std::string> without) {
    SearchRequest request{"reed society", "Statement", "", Page{20, ""}};
    request.scope.without = std::move(without);
    return search(graph, request, Budget())->hits.size();
  };
  EXPECT_EQ(hits({}), 1U);
  EXPECT_EQ(hits({"org:reed"}), 0U);
}

TEST(Search, reads_a_word_of_three_letters_as_a_slip_of_two_that_changed_places_alone) {
  const auto graph = graph_of(R"(
    lakes:art_1 heading="Ban on nets"
    lakes:art_2 heading="Ice"
  )");
  EXPECT_EQ(found(graph, "abn nets", SearchHit::Kind::Text), std::vector<std::string>{"lakes:art_1"});
  EXPECT_TRUE(found(graph, "ace", SearchHit::Kind::Text).empty());
}

TEST(Search, says_where_nothing_has_most_of_the_words) {
  const auto graph = graph_of(kLakesAndRivers);
  const auto answer =
      search(graph, {"must everybody forever abandon freezing quickly", "", "", Page{20, ""}}, Budget());
  ASSERT_TRUE(answer);
  ASSERT_FALSE(answer->hits.empty());
  EXPECT_EQ(graph.key(answer->hits.front().node), "lakes:art_30");
}

TEST(Search, offers_what_a_citation_would_stand_in) {
  const auto graph = graph_of(kLakesAndRivers);
  EXPECT_EQ(found(graph, "article 6(9) lakes", SearchHit::Kind::NearestToCitation),
            std::vector<std::string>{"lakes:art_6"});
}

TEST(Search, finds_words_in_texts_and_headings) {
  const auto graph = graph_of(kLakesAndRivers);
  EXPECT_EQ(found(graph, "freezing", SearchHit::Kind::Name), std::vector<std::string>{"lakes:art_30"});
  EXPECT_EQ(found(graph, "freezing", SearchHit::Kind::Text), std::vector<std::string>{"lakes:art_24__para_2"});
  EXPECT_TRUE(found(graph, "glacier", SearchHit::Kind::Text).empty());
  EXPECT_NE(search(graph, {"glacier", "", "", {}}, Budget())->explanation, "");
}

GraphRecords many_words() {
  constexpr int kArticles = 2'000;
  constexpr int kWordsEach = 200;
  GraphRecords records = testing::records_of("treaty:t\n");
  Random random(1);
  for (int article = 1; article <= kArticles; ++article) {
    std::string text;
    for (int word = 0; word < kWordsEach; ++word) {
      text += static_cast<char>('a' + random.below(26));
      text += fmt::format("{} ", random.below(100));
    }
    const auto key = fmt::format("t:art_{}", article);
    records.nodes.push_back({key, {"Provision", "Article"}, {{"text", text}}});
    records.relationships.push_back({"HAS_PART", "treaty:t", key, {}});
  }
  return records;
}

constexpr const char* kHostile = "a* b* c* d* e* f* g* h* i* j* k* l* m* n* o* p* q* r* s* t* u* v* w* x* y* z*";

Budget budget_of(std::chrono::milliseconds time, const std::atomic<bool>* cancelled = nullptr) {
  Budget::Limits limits;
  limits.time = time;
  return Budget(limits, cancelled);
}

TEST(Search, of_a_large_text_ends_with_its_deadline_and_when_it_is_cancelled) {
  const testing::TemporaryFolder folder;
  ASSERT_TRUE(write_database(folder / "treaties.db", many_words()));
  const auto graph = std::move(*open_database(folder / "treaties.db"));
  const auto ask = [&](std::string q, Budget budget) {
    const auto begin = Budget::Clock::now();
    const auto answer = search(graph, {std::move(q), "", "", {}}, budget);
    const auto took = Budget::Clock::now() - begin;
    return std::pair(std::move(answer), std::chrono::duration_cast<std::chrono::milliseconds>(took).count());
  };
  const auto [whole, whole_ms] = ask(kHostile, budget_of(std::chrono::minutes(5)));
  ASSERT_TRUE(whole) << whole.error().detail;
  EXPECT_GT(whole->total, 100U);

  const auto [late, late_ms] = ask(kHostile, budget_of(std::chrono::milliseconds(5)));
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().code, ErrorCode::DeadlineExceeded);
  EXPECT_LT(late_ms, whole_ms / 2) << "of " << whole_ms << " ms";

  const std::atomic<bool> cancelled = true;
  const auto [gone, gone_ms] = ask(kHostile, budget_of(std::chrono::minutes(5), &cancelled));
  ASSERT_FALSE(gone);
  EXPECT_EQ(gone.error().code, ErrorCode::Cancelled);
  EXPECT_LT(gone_ms, whole_ms / 2) << "of " << whole_ms << " ms";
}

TEST(Search, that_is_cut_short_gives_the_citation_and_says_so) {
  const auto graph = graph_of(kLakesAndRivers);
  const auto answer = search(graph, {"Review Convention", "", "", {}}, budget_of(std::chrono::milliseconds(0)));
  ASSERT_TRUE(answer && answer->truncated);
  EXPECT_EQ(graph.key(answer->hits.front().node), "treaty:lakes");
}

constexpr std::string_view kStatements = R"(
  treaty:lakes title="Convention on Lakes" short_title="Riverton Convention" loaded=true
  lakes:art_1 heading="Protection of lakes" summary="Lakes are protected against dredging and drainage."
  lakes:art_2 heading="Dredging"
  lakes:art_2 -REFERS_TO-> lakes:art_1 mode=subject_to
  treaty:ponds title="Convention on Ponds" aliases="POND" loaded=false
  treaty:lakes@1 title="Zero draft" loaded=true version_of=lakes
  lakes@1:art_2 heading="Dredging"
  org:watch name="Lake Watch" aliases="LW"
  statement:watch-1 title="Comments on the text" summary="Calls it vague." concern="drainage_rights" treaty=lakes
  org:watch -MADE-> statement:watch-1
  statement:watch-1 -ADDRESSES-> lakes:art_2 stance=critical
  event:1 title="Dredging conference" treaty=lakes
)";

std::vector<std::string> keys_found(const Graph& graph, SearchRequest request) {
  const auto answer = search(graph, request, Budget());
  EXPECT_TRUE(answer) << (answer ? "" : answer.error().detail);
  std::vector<std::string> keys;
  if (answer) {
    for (const auto& hit : answer->hits) keys.emplace_back(graph.key(hit.node));
  }
  return keys;
}

TEST(Search, gives_provisions_before_drafts_and_events) {
  const auto graph = graph_of(kStatements);
  const auto keys = keys_found(graph, {"dredging", "", ""});
  ASSERT_GE(keys.size(), 4U);
  EXPECT_EQ(keys[0], "lakes:art_2");
  const auto place = [&](std::string_view key) { return std::ranges::find(keys, key) - keys.begin(); };
  EXPECT_LT(place("lakes:art_2"), place("lakes@1:art_2"));
  EXPECT_LT(place("lakes:art_1"), place("event:1"));
}

TEST(Search, finds_statements_by_who_made_them_and_by_concern) {
  const auto graph = graph_of(kStatements);
  EXPECT_EQ(keys_found(graph, {"LW", "", ""}).front(), "org:watch");
  EXPECT_EQ(keys_found(graph, {"LW", "Statement", ""}), std::vector<std::string>{"statement:watch-1"});
  EXPECT_EQ(keys_found(graph, {"drainage rights", "Statement", ""}), std::vector<std::string>{"statement:watch-1"});
  EXPECT_EQ(keys_found(graph, {"what did LW say about article 2", "", ""}).front(), "statement:watch-1");
}

TEST(Search, needs_not_all_words_and_gives_what_has_most_of_them_first) {
  const auto graph = graph_of(kStatements);
  EXPECT_EQ(keys_found(graph, {"protection dredging volcanoes", "", ""}).front(), "lakes:art_1");
  const auto answer = search(graph, {"protection volcanoes", "", ""}, Budget());
  ASSERT_TRUE(answer);
  EXPECT_THAT(answer->notes, ::testing::ElementsAre("‘volcanoes’ was not found"));
}

TEST(Search, of_a_treaty_that_is_not_loaded_gives_the_treaty_and_no_other_s_provision) {
  const auto graph = graph_of(kStatements);
  EXPECT_EQ(keys_found(graph, {"POND article 2", "", ""}), std::vector<std::string>{"treaty:ponds"});
  EXPECT_EQ(keys_found(graph, {"dredging in POND", "", ""}).front(), "treaty:ponds");
  for (const auto* typed : {"article 2 of the Marsh Treaty", "MARSH article 2", "GDPR article 2"}) {
    const auto answer = search(graph, {typed, "", ""}, Budget());
    ASSERT_TRUE(answer);
    for (const auto& hit : answer->hits) EXPECT_EQ(hit.kind, SearchHit::Kind::Text) << typed;
    EXPECT_FALSE(answer->notes.empty() && answer->explanation.empty()) << typed;
  }
}

TEST(Search, counts_labels_treaties_and_modes_of_all_hits_and_filters_by_them) {
  const auto graph = graph_of(kStatements);
  const auto answer = search(graph, {"dredging", "", "", Page{1, ""}}, Budget());
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->hits.size(), 1U);
  const auto count = [](const std::vector<FacetCount>& facet, std::string_view value) {
    const auto found = std::ranges::find(facet, value, &FacetCount::value);
    return found == facet.end() ? 0 : found->count;
  };
  EXPECT_EQ(count(answer->facets.labels, "Article"), 3U);
  EXPECT_EQ(count(answer->facets.labels, "Event"), 1U);
  EXPECT_EQ(count(answer->facets.treaties, "lakes@1"), 1U);
  EXPECT_EQ(count(answer->facets.modes, "subject_to"), 1U);
  EXPECT_EQ(keys_found(graph, {"dredging", "", "", Page{}, {}, {"subject_to"}}),
            std::vector<std::string>{"lakes:art_2"});
  EXPECT_EQ(keys_found(graph, {"dredging", "", "lakes@1"}), std::vector<std::string>{"lakes@1:art_2"});
  EXPECT_FALSE(search(graph, {"dredging", "", "", Page{}, {}, {"subject"}}, Budget()));
}

TEST(Search, marks_what_is_found_in_the_words_shown) {
  const auto graph = graph_of(kStatements);
  const auto answer = search(graph, {"drain", "", "lakes"}, Budget());
  ASSERT_TRUE(answer && !answer->hits.empty());
  EXPECT_EQ(answer->hits.front().snippet.marked("[", "]"), "Lakes are protected against dredging and [drainage].");
}

TEST(Search, shows_words_without_control_characters_and_tells_their_places) {
  auto records = testing::records_of(kStatements);
  for (auto& node : records.nodes) {
    if (node.key == "lakes:art_1")
      set_property(node.properties, "summary", PropertyValue("\xC3\x89tangs,\n\x02zebra\x03\tmussels"));
  }
  const auto graph = testing::graph_of(std::move(records));
  const auto answer = search(graph, {"zebra mussels", "", "lakes"}, Budget());
  ASSERT_TRUE(answer && !answer->hits.empty());
  const auto& snippet = answer->hits.front().snippet;
  EXPECT_EQ(snippet.text, "\xC3\x89tangs,  zebra  mussels");
  EXPECT_EQ(snippet.marked("[", "]"), "\xC3\x89tangs,  [zebra]  [mussels]");
}

TEST(Search, ends_in_time_whatever_is_typed) {
  const testing::TemporaryFolder folder;
  ASSERT_TRUE(write_database(folder / "treaties.db", many_words()));
  const auto graph = std::move(*open_database(folder / "treaties.db"));
  std::string words;
  for (int i = 0; i < 60; ++i) words += fmt::format("wrod{}x ", i);
  for (const auto& typed : {std::string(1'024, '*'), std::string(1'024, 'a'), words, std::string("a* \"b c\" d1 d2 e*"),
                            std::string("\xe2\x80\xae\xcc\x81\xf0\x9f\x92\xa9 art \xc2\xa7\xc2\xa7 1")}) {
    const auto begin = Budget::Clock::now();
    (void)search(graph, {typed, "", "", {}}, budget_of(std::chrono::seconds(5)));
    EXPECT_LT(Budget::Clock::now() - begin, std::chrono::seconds(30)) << typed;
  }
}

TEST(Search, survives_whatever_is_typed) {
  const auto graph = graph_of(kLakesAndRivers);
  for (const std::string& typed :
       {std::string("\"\"\"(((*"), std::string("art"), std::string("24"), std::string(70'000, 'a'),
        std::string("art 99999999999999999999"), std::string("\xff\xfe")}) {
    (void)search(graph, {typed, "", "", {}}, Budget());
  }
}

}  // namespace
}  // namespace treatygraph::queries
