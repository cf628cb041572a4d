// A treaty of lakes whose offences a person compiled, and its text: where they say the same, there is one fact.

#include "ingest/build/corroboration.h"

#include <algorithm>

#include <gmock/gmock.h>

#include "ingest/build/text_over_dataset.h"
#include "ingest/build/treaty_records.h"
#include "ingest/structure/text_structure.h"
#include "tests/support/drawing.h"

namespace treatygraph::ingest {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

Document text() {
  Document document;
  document.name = "lakes.txt";
  document.text = R"(Article 1
Use of terms

For the purposes of this Convention:

(a) "lake" means standing water;

(b) "shore" means the edge of a lake.

Article 2
Theft of a lake

Each Party shall establish as criminal offences, when committed intentionally:

(a) the removal of a lake;

(b) the hiding of a lake.

Article 3
Search

1. Each Party shall empower its competent authorities to search boats on a lake.

2. Such search shall respect the principle of proportionality and the rights of the defence.

Article 4
Sale of a lake

Each Party shall establish as a criminal offence the sale of a lake.
)";
  document.map = SourceMap::identity(document.text);
  document.structure = read_structure(document.text);
  return document;
}

GraphRecords corroborated() {
  SourceRecords dataset{testing::records_of(R"(
    treaty:lakes loaded=true
    lakes:art_1
    lakes:art_1__point_a
    lakes:art_1__point_b
    lakes:art_2
    lakes:art_2__point_a
    lakes:art_3
    lakes:art_3__para_2
    lakes:art_4
    lakes:offence.stealing name="Stealing a lake" basis=curated
    lakes:offence.removal name="Removing a lake" basis=curated
    lakes:offence.sale-of-a-lake name="A name that the text would give to another article" basis=curated
    lakes:power.boats name="Searching boats" basis=curated
    lakes:safeguard.proportionality-of-searches basis=curated
    lakes:term.lake name=lake basis=curated
    lakes:term.shore name=shore basis=curated
    lakes:art_2 -ESTABLISHES-> lakes:offence.stealing
    lakes:art_2__point_a -ESTABLISHES-> lakes:offence.removal
    lakes:art_3 -ESTABLISHES-> lakes:offence.sale-of-a-lake
    lakes:art_3 -GRANTS-> lakes:power.boats
    lakes:art_3__para_2 -PROVIDES-> lakes:safeguard.proportionality-of-searches
    lakes:safeguard.proportionality-of-searches -CONDITIONS-> lakes:art_3
    lakes:art_1__point_a -DEFINES-> lakes:term.lake
    lakes:art_1__point_a -DEFINES-> lakes:term.shore
    lakes:art_2 -USES-> lakes:term.lake
  )"),
                        {}};
  const auto document = text();
  auto read = records_of(document, find_references(document), "lakes", InstrumentRegistry());
  return text_over_dataset(std::move(dataset), std::move(read), "lakes").records.records;
}

std::vector<std::string> relationships(const GraphRecords& records, std::string_view relationship_type) {
  std::vector<std::string> lines;
  for (const auto& r : records.relationships) {
    if (r.type == relationship_type) lines.push_back(r.from.substr(6) + " -> " + r.to.substr(6));
  }
  return lines;
}

std::string said(const GraphRecords& records, std::string_view key, std::string_view name) {
  const auto node = std::ranges::find(records.nodes, key, &NodeRecord::key);
  const auto* value = node != records.nodes.end() ? find_property(node->properties, name) : nullptr;
  if (value == nullptr) return "nothing";
  const auto* flag = std::get_if<bool>(&value->value);
  if (flag != nullptr) return *flag ? "true" : "false";
  const auto* words = std::get_if<std::string>(&value->value);
  return words != nullptr ? *words : "something";
}

TEST(Corroboration, keeps_the_curated_key_and_gives_it_the_words) {
  const auto records = corroborated();
  EXPECT_EQ(said(records, "lakes:offence.removal", "corroborated"), "true");
  EXPECT_EQ(said(records, "lakes:offence.removal", "quote"), "the removal of a lake");
  EXPECT_EQ(said(records, "lakes:offence.removal", "name"), "Removing a lake");
  EXPECT_EQ(said(records, "lakes:offence.theft-of-a-lake-a", "name"), "nothing") << "it has the curated key";
  EXPECT_EQ(said(records, "lakes:power.boats", "corroborated"), "true") << "its article holds the words";
  EXPECT_EQ(said(records, "lakes:safeguard.proportionality-of-searches", "corroborated"), "true");
  EXPECT_THAT(said(records, "treaty:lakes", "text_confirms"),
              HasSubstr("lakes:art_2__point_a ESTABLISHES lakes:offence.removal"));
}

TEST(Corroboration, lets_a_curated_fact_hold_those_within_it) {
  const auto records = corroborated();
  EXPECT_EQ(said(records, "lakes:offence.stealing", "corroborated"), "true");
  EXPECT_THAT(relationships(records, "ESTABLISHES"), Not(Contains(HasSubstr("theft-of-a-lake"))));
}

TEST(Corroboration, adds_what_only_the_text_has_under_a_key_of_its_own) {
  const auto records = corroborated();
  EXPECT_THAT(relationships(records, "ESTABLISHES"), Contains("art_4 -> offence.sale-of-a-lake-art_4"));
  EXPECT_EQ(said(records, "lakes:offence.sale-of-a-lake-art_4", "basis"), "extracted");
  EXPECT_THAT(relationships(records, "PROVIDES"), Contains("art_3__para_2 -> safeguard.rights-of-the-person"));
  EXPECT_THAT(said(records, "treaty:lakes", "text_adds"), HasSubstr("art_3__para_2 PROVIDES"));
}

TEST(Corroboration, lists_what_the_text_does_not_say) {
  const auto records = corroborated();
  const auto contradicts = said(records, "treaty:lakes", "text_contradicts");
  EXPECT_THAT(contradicts,
              HasSubstr("lakes:art_3 ESTABLISHES lakes:offence.sale-of-a-lake: the text has no such words"));
  EXPECT_THAT(contradicts,
              HasSubstr("lakes:art_1__point_a DEFINES lakes:term.shore: in the text, lakes:art_1__point_b does"));
  EXPECT_THAT(relationships(records, "DEFINES"), Contains("art_1__point_b -> term.shore"));
}

TEST(Corroboration, leads_uses_and_conditions_to_the_curated_nodes) {
  const auto records = corroborated();
  EXPECT_THAT(relationships(records, "USES"), Contains("art_4 -> term.lake"));
  const auto conditions = relationships(records, "CONDITIONS");
  EXPECT_THAT(conditions, Contains("safeguard.proportionality-of-searches -> art_3"));
  EXPECT_THAT(conditions, Contains("safeguard.rights-of-the-person -> power.boats"));
  EXPECT_EQ(std::ranges::count(conditions, "safeguard.proportionality-of-searches -> art_3"), 1);
}

}  // namespace
}  // namespace treatygraph::ingest
