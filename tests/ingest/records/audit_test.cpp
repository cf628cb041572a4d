#include "ingest/records/audit.h"

#include <gmock/gmock.h>

#include "tests/support/drawing.h"

namespace treatygraph::ingest {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::Pair;

GraphRecords sourced(std::string_view drawing) {
  auto records = testing::records_of(drawing);
  const auto give = [](Properties& properties) {
    for (const auto* name : {"basis", "confidence", "source"}) {
      if (find_property(properties, name) == nullptr) properties.push_back({name, "curated"});
    }
  };
  for (auto& node : records.nodes) give(node.properties);
  for (auto& relationship : records.relationships) give(relationship.properties);
  return records;
}

TEST(Audit, is_content_with_a_good_graph) {
  const auto found = audit(sourced("t:art_1 -REFERS_TO-> t:art_2 mode=subject_to"));
  EXPECT_TRUE(found.is_good());
  EXPECT_THAT(found.broken, IsEmpty());
}

TEST(Audit, lists_references_that_reach_less_than_they_name) {
  const auto found =
      audit(sourced("t:art_1 -REFERS_TO-> t:art_2 mode=subject_to unreached=\"paragraph 9\"\n"
                    "t:art_1 -REFERS_TO-> t:art_3 mode=subject_to"));
  EXPECT_THAT(found.unreached, ElementsAre("t:art_1 REFERS_TO t:art_2: no such paragraph 9 there"));
  EXPECT_TRUE(found.is_good());
}

TEST(Audit, names_facts_without_a_source) {
  const auto found = audit(testing::records_of("t:art_1 -REFERS_TO-> t:art_2 mode=subject_to"));
  EXPECT_FALSE(found.is_good());
  EXPECT_THAT(found.without_source, Contains(HasSubstr("t:art_1 REFERS_TO t:art_2: no source")));
}

TEST(Audit, names_what_the_model_does_not_know) {
  EXPECT_THAT(audit(sourced("t:art_1 -REFERS_TO-> t:art_2 mode=maybe")).broken, Contains(HasSubstr("maybe")));
  EXPECT_THAT(audit(sourced("t:art_1 -LIKES-> t:art_2")).broken, Contains(HasSubstr("LIKES")));
  EXPECT_THAT(audit(sourced("t:art_1 -REFERS_TO-> t:art_2 mode=refers_to basis=extracted")).broken,
              Contains(HasSubstr("without its words")));
}

TEST(Audit, wants_the_words_of_what_was_read_off_them) {
  for (const auto* type : {"ESTABLISHES", "GRANTS", "PROVIDES"}) {
    const auto drawn = std::string("t:art_1 -") + type + "-> t:offence.a basis=extracted";
    EXPECT_THAT(audit(sourced(drawn)).broken, Contains(HasSubstr("without its words"))) << type;
    EXPECT_THAT(audit(sourced(drawn + " quote=\"shall\"")).broken, Not(Contains(HasSubstr("without its words"))));
    EXPECT_THAT(audit(sourced(std::string("t:art_1 -") + type + "-> t:offence.a")).broken,
                Not(Contains(HasSubstr("without its words"))));
  }
}

TEST(Audit, lists_what_was_not_resolved_with_its_words) {
  EXPECT_THAT(audit(sourced("t:art_1 unresolved=\"article 99\"")).unresolved, Contains("t:art_1: article 99"));
  EXPECT_THAT(
      audit(sourced("t:art_1 unresolved=\"Annex 3 (no such annex); Annex 4 (no such annex)\"")).unresolved_kinds,
      ElementsAre(Pair("annex", 2U)));
}

TEST(Audit, lists_annexes_that_are_cited_and_not_printed) {
  EXPECT_THAT(audit(sourced("t:annex_3 loaded=false\nt:art_1 -REFERS_TO-> t:annex_3")).absent_parts,
              ElementsAre("t:annex_3: cited 1 time"));
}

}  // namespace
}  // namespace treatygraph::ingest
