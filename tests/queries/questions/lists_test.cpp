// Lists and their pages: nodes, relationships, treaties, one State, one node.

#include <set>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "queries/questions/list_nodes.h"
#include "queries/questions/node.h"
#include "queries/questions/relationships.h"
#include "queries/questions/schema.h"
#include "queries/questions/states.h"
#include "queries/questions/treaties.h"
#include "queries/treaty/titles.h"
#include "tests/support/drawing.h"
#include "tests/support/random_graph.h"

namespace treatygraph::queries {
namespace {

using ::testing::ElementsAre;
using testing::graph_of;
using ::testing::HasSubstr;
using testing::Random;

TEST(Nodes, are_chosen_by_label_and_property_page_by_page) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const auto records = testing::random_records(seed);
    const auto graph = graph_of(records);
    std::set<std::string> expected;
    for (const auto& node : records.nodes) {
      const auto* heading = find_property(node.properties, "heading");
      const bool chosen = std::ranges::find(node.labels, "Provision") != node.labels.end() && heading != nullptr &&
                          *heading == PropertyValue("gamma");
      if (chosen) expected.insert(node.key);
    }
    ListNodesRequest request{{"Provision"}, {{"heading", "gamma"}}, "", {}, Page{3, ""}};
    std::set<std::string> found;
    std::size_t pages = 0;
    do {
      const auto page = list_nodes(graph, request, Budget());
      ASSERT_TRUE(page) << page.error().detail;
      ASSERT_LE(page->nodes.size(), 3U);
      for (const auto node : page->nodes) ASSERT_TRUE(found.emplace(graph.key(node)).second) << "given twice";
      request.page.cursor = page->next_cursor;
    } while (!request.page.cursor.empty() && ++pages < 1'000);
    ASSERT_EQ(found, expected) << seed;
  }
}

TEST(Nodes, come_with_the_relationships_that_are_asked_for) {
  const auto graph = graph_of("t:art_1 -ESTABLISHES-> t:offence.theft\nt:art_1 -REFERS_TO-> t:art_2");
  const auto answer = *list_nodes(graph, {{"Offence"}, {}, "", {"ESTABLISHES"}, {}}, Budget());
  ASSERT_EQ(answer.relationships.size(), 1U);
  ASSERT_EQ(answer.relationships[0].size(), 1U);
  EXPECT_EQ(graph.key(graph.source(answer.relationships[0][0])), "t:art_1");
}

TEST(Cursors, of_other_data_are_refused) {
  auto other = *Graph::build(testing::records_of("t:art_1"), "another");
  const auto graph = graph_of("t:art_1\nt:art_2\nt:art_3");
  const auto page = *list_nodes(graph, {{}, {}, "", {}, Page{1, ""}}, Budget());
  EXPECT_THAT(list_nodes(other, {{}, {}, "", {}, Page{1, page.next_cursor}}, Budget()).error().detail,
              HasSubstr("changed"));
  EXPECT_THAT(list_nodes(graph, {{}, {}, "", {}, Page{1, "nonsense"}}, Budget()).error().detail, HasSubstr("cursor"));
}

TEST(Relationships, of_a_node_are_each_given_once) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const auto records = testing::random_records(seed);
    const auto graph = graph_of(records);
    Random random(seed);
    const auto of = random.one_of(records.nodes).key;
    std::size_t expected = 0;
    for (const auto& r : records.relationships) expected += r.from == of || r.to == of ? 1U : 0U;
    RelationshipsRequest request;
    request.of = of;
    request.page.limit = 1'000;
    const auto answer = relationships_of(graph, request, Budget());
    ASSERT_TRUE(answer);
    const std::set<RelationshipId> distinct(answer->relationships.begin(), answer->relationships.end());
    ASSERT_EQ(answer->relationships.size(), expected) << seed << " " << of;
    ASSERT_EQ(distinct.size(), expected);
  }
}

TEST(Relationships, that_are_too_many_for_the_time_given_are_a_marked_truncation) {
  std::string drawing;
  for (int i = 2; i < 3'000; ++i) drawing += fmt::format("t:art_1 -REFERS_TO-> t:art_{}\n", i);
  const auto graph = graph_of(drawing);
  Budget::Limits none;
  none.time = std::chrono::milliseconds(0);
  RelationshipsRequest request;
  request.of = "t:art_1";
  const auto answer = relationships_of(graph, request, Budget(none));
  ASSERT_TRUE(answer && answer->truncated);
  EXPECT_THAT(answer->truncated->reason, HasSubstr("0 ms"));
  EXPECT_LT(answer->total, 2'998U);
}

TEST(Node, is_told_with_its_place_and_degrees) {
  const auto graph = graph_of("t:art_1__para_2 text=\"The words.\"\nt:art_1__para_2 -REFERS_TO-> t:art_3");
  const auto answer = *node_of(graph, "t:art_1__para_2", {});
  ASSERT_EQ(answer.breadcrumb.size(), 2U);
  EXPECT_EQ(graph.key(answer.breadcrumb[0]), "treaty:t");
  EXPECT_EQ(graph.key(answer.breadcrumb[1]), "t:art_1");
  EXPECT_EQ(answer.text, "The words.");
  EXPECT_EQ(answer.degrees.size(), 2U);
}

TEST(Node, that_is_cited_and_was_not_read_says_so_in_its_title) {
  const auto graph = graph_of("t:art_1 -REFERS_TO-> t:annex_2\nt:annex_2 loaded=false");
  EXPECT_EQ(title_of(graph, *graph.find("t:annex_2")), "annex 2 (cited, not at hand)");
  EXPECT_EQ(title_of(graph, *graph.find("t:art_1")), "article 1");
}

TEST(State, is_told_with_what_it_did_and_said) {
  const auto graph = graph_of(R"(
    state:VNM -SIGNED-> treaty:t date=2025-10-25
    state:VNM -MADE-> statement:one
    statement:one date=2024-01-01
    statement:one -ADDRESSES-> t:art_1
  )");
  const auto answer = *state_of(graph, "vnm", {}, Budget());
  EXPECT_EQ(answer.actions.size(), 1U);
  ASSERT_EQ(answer.statements.size(), 1U);
  EXPECT_EQ(answer.statements[0].addresses.size(), 1U);
  EXPECT_TRUE(state_of(graph, "VNM", {{}, Basis::All, "2025-10-01"}, Budget())->actions.empty());
  EXPECT_THAT(state_of(graph, "VNX", {}, Budget()).error().detail, HasSubstr("state:VNM"));
}

TEST(Treaties, are_told_with_their_counts) {
  const auto graph = graph_of("t:art_1__para_1 -REFERS_TO-> t:art_2\ntreaty:cited loaded=false");
  const auto all = treaties(graph);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_TRUE(all[0].loaded);
  EXPECT_EQ(all[0].article_count, 2U);
  EXPECT_EQ(all[0].provision_count, 3U);
  EXPECT_EQ(all[0].reference_count, 1U);
  EXPECT_FALSE(all[1].loaded);
  EXPECT_EQ(table_of_contents(graph, "t", false, {})->entries.size(), 2U);
  EXPECT_EQ(table_of_contents(graph, "t", true, {})->entries.size(), 3U);
}

TEST(Schema, counts_labels_types_and_properties) {
  const auto graph = graph_of("t:art_1 heading=One\nt:art_1 -REFERS_TO-> t:art_2 start=4");
  const auto& schema = schema_of(graph);
  EXPECT_EQ(schema.node_count, 3U);
  const auto refers = std::ranges::find(schema.types, "REFERS_TO", &TypeSummary::name);
  ASSERT_NE(refers, schema.types.end());
  EXPECT_EQ(refers->count, 1U);
  EXPECT_THAT(refers->properties[0].kinds, ElementsAre("integer"));
}

}  // namespace
}  // namespace treatygraph::queries
