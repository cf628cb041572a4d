#include "queries/questions/annotations.h"

#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "graph/vocabulary.h"
#include "tests/support/drawing.h"
#include "tests/support/random_graph.h"

namespace treatygraph::queries {
namespace {

using ::testing::ElementsAre;
using testing::graph_of;
using ::testing::IsEmpty;
using testing::random_records;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

Annotations margin_of(const Graph& graph, std::string key, std::size_t limit = 10) {
  AnnotationsRequest request;
  request.of = std::move(key);
  request.limit = limit;
  auto answer = annotations_of(graph, request, Budget());
  EXPECT_TRUE(answer) << (answer ? "" : answer.error().detail);
  return answer ? std::move(*answer) : Annotations();
}

constexpr std::string_view kAnnotatedTreaty = R"(
  t:chp_I__art_1__para_1 -REFERS_TO-> t:chp_I__art_10 mode=subject_to quote="article 10"
  t:chp_I__art_10 -REFERS_TO-> t:art_2 mode=refers_to quote="articles 2 and 3" start=5
  t:chp_I__art_10 -REFERS_TO-> t:art_3 mode=refers_to quote="articles 2 and 3" start=5
  t:art_2 -REFERS_TO-> t:chp_I__art_1 mode=in_accordance_with quote="article 1"
  t:art_3 -REFERS_TO-> t:chp_I mode=applies_to applied=citing quote="this article applies to chapter I"
  t:art_3 -PROVIDES-> t:safeguard.review
  t:safeguard.review -CONDITIONS-> t:chp_I
  t:chp_I__art_1 -GRANTS-> t:power.search
  t:chp_I__art_1__para_1 -ESTABLISHES-> t:offence.fraud
  t:chp_I__art_10 -USES-> t:term.lake quote=lake
  t:chp_I__art_10__para_1 -USES-> t:term.lake quote=lake
  state:AAA -SIGNED-> treaty:t date=2020-01-01
  state:AAA -MADE-> statement:one
  statement:one -ADDRESSES-> t:chp_I__art_1 stance=critical
  state:BBB -RESERVED-> t:chp_I__art_1__para_1 date=2021-01-01 text=no
  t:chp_I__art_1 -CORRESPONDS_TO-> u:art_7 relation=equivalent confidence=high
)";

std::vector<std::string> citing(const Graph& graph, const NoteGroup<CitationNote>& notes) {
  std::vector<std::string> keys;
  for (const auto& note : notes.shown) keys.emplace_back(graph.key(note.from));
  return keys;
}

TEST(Annotations, tell_who_cites_it_from_outside_alone) {
  const auto graph = graph_of(kAnnotatedTreaty);
  EXPECT_THAT(citing(graph, margin_of(graph, "t:chp_I").cited_by), UnorderedElementsAre("t:art_2", "t:art_3"));
  // The key of article 10 begins with that of article 1, and is no part of it.
  EXPECT_THAT(citing(graph, margin_of(graph, "t:chp_I__art_10").cited_by), ElementsAre("t:chp_I__art_1__para_1"));
}

TEST(Annotations, tell_a_citation_of_several_once) {
  const auto graph = graph_of(kAnnotatedTreaty);
  const auto margin = margin_of(graph, "t:chp_I__art_10");
  ASSERT_THAT(margin.cites.shown, SizeIs(1));
  EXPECT_THAT(margin.cites.shown[0].references, SizeIs(2));
  EXPECT_EQ(margin.rests_on.total, 2U);
}

TEST(Annotations, tell_what_reaches_and_governs_it_and_what_it_makes) {
  const auto graph = graph_of(kAnnotatedTreaty);
  const auto margin = margin_of(graph, "t:chp_I__art_1");
  ASSERT_THAT(margin.safeguards.shown, SizeIs(1));
  EXPECT_EQ(margin.safeguards.shown[0].reach, Reach::Inherited);
  EXPECT_EQ(graph.key(*margin.safeguards.shown[0].holds_at), "t:chp_I");
  ASSERT_THAT(margin.governed_by.shown, SizeIs(1));
  EXPECT_EQ(graph.key(margin.governed_by.shown[0].to), "t:art_3");
  EXPECT_EQ(margin.powers.total, 1U);
  EXPECT_EQ(margin.offences.total, 1U);
  EXPECT_EQ(margin.reservations.total, 1U);
  ASSERT_THAT(margin.counterparts.shown, SizeIs(1));
  EXPECT_EQ(graph.key(margin.counterparts.shown[0].there), "u:art_7");
  EXPECT_EQ(margin_of(graph, "t:chp_I__art_10").uses.total, 1U);
}

TEST(Annotations, tell_whether_a_speaker_signed) {
  const auto graph = graph_of(kAnnotatedTreaty);
  const auto margin = margin_of(graph, "t:chp_I__art_1");
  ASSERT_THAT(margin.statements.shown, SizeIs(1));
  ASSERT_THAT(margin.statements.shown[0].acts, SizeIs(1));
  EXPECT_TRUE(margin.statements.shown[0].acts[0].towards.signature);
}

TEST(Annotations, of_a_part_have_the_counterparts_of_its_article) {
  const auto graph = graph_of(kAnnotatedTreaty);
  const auto margin = margin_of(graph, "t:chp_I__art_1__para_1");
  ASSERT_THAT(margin.counterparts.shown, SizeIs(1));
  EXPECT_TRUE(margin.counterparts.shown[0].by_containing);
}

TEST(Annotations, count_all_and_show_some) {
  const auto graph = graph_of(kAnnotatedTreaty);
  const auto margin = margin_of(graph, "t:chp_I", 1);
  EXPECT_THAT(margin.cited_by.shown, SizeIs(1));
  EXPECT_EQ(margin.cited_by.total, 2U);
}

TEST(Annotations, of_some_groups_alone_have_no_others) {
  const auto graph = graph_of(kAnnotatedTreaty);
  AnnotationsRequest request;
  request.of = "t:chp_I__art_1";
  request.only = {MarginGroup::CitedBy};
  const auto margin = annotations_of(graph, request, Budget());
  ASSERT_TRUE(margin);
  EXPECT_EQ(margin->cited_by.total, 1U);
  EXPECT_FALSE(margin->shows(MarginGroup::Statements));
  EXPECT_THAT(margin->statements.shown, IsEmpty());
}

/// Whether HAS_PART leads from `whole` to `part`, told hop by hop.
bool is_part(const Graph& graph, NodeId whole, NodeId part) {
  for (std::optional<NodeId> at = part; at; at = graph.parent(*at)) {
    if (*at == whole) return true;
  }
  return false;
}

TEST(Annotations, cite_and_are_cited_as_every_reference_looked_at_says) {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    const auto graph = graph_of(random_records(seed));
    const auto refers_to = graph.types().find(type::kRefersTo);
    if (!refers_to) continue;
    for (std::uint32_t i = 0; i < graph.node_count(); ++i) {
      const NodeId of{i};
      if (!graph.has_label(of, label::kProvision)) continue;
      std::set<RelationshipId> inward;
      std::set<RelationshipId> outward;
      for (std::uint32_t r = 0; r < graph.relationship_count(); ++r) {
        const RelationshipId reference{r};
        if (graph.type(reference) != *refers_to) continue;
        const bool from = is_part(graph, of, graph.source(reference));
        const bool to = is_part(graph, of, graph.target(reference));
        if (to && !from) inward.insert(reference);
        if (from && !to) outward.insert(reference);
      }
      const auto margin = margin_of(graph, std::string(graph.key(of)), 1'000);
      const auto all = [](const NoteGroup<CitationNote>& notes) {
        std::set<RelationshipId> references;
        for (const auto& note : notes.shown) references.insert(note.references.begin(), note.references.end());
        return references;
      };
      EXPECT_EQ(all(margin.cited_by), inward) << graph.key(of);
      EXPECT_EQ(all(margin.cites), outward) << graph.key(of);
    }
  }
}

}  // namespace
}  // namespace treatygraph::queries
