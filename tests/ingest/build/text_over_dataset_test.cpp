// The official text beside a dataset that was compiled from memory.

#include "ingest/build/text_over_dataset.h"

#include <algorithm>

#include <gmock/gmock.h>

#include "ingest/build/link.h"
#include "tests/support/drawing.h"

namespace treatygraph::ingest {
namespace {

using ::testing::HasSubstr;
using testing::records_of;

const NodeRecord* find_node(const GraphRecords& records, std::string_view key) {
  const auto found = std::ranges::find(records.nodes, key, &NodeRecord::key);
  return found == records.nodes.end() ? nullptr : &*found;
}

std::string said(const NodeRecord* node, std::string_view name) {
  const auto* value = node != nullptr ? find_property(node->properties, name) : nullptr;
  const auto* text = value != nullptr ? std::get_if<std::string>(&value->value) : nullptr;
  return text != nullptr ? *text : "nothing";
}

GraphRecords met() {
  SourceRecords dataset{records_of(R"(
    treaty:t adopted=2024-12-24
    t:art_1 heading="Scope" summary="What it covers."
    t:art_2__para_7 heading=""
    t:art_2 heading="Wrong heading"
    t:art_1 -REFERS_TO-> t:art_2 mode=subject_to
    t:art_2 -REFERS_TO-> t:art_1 mode=refers_to
    t:art_2__para_7 -PROVIDES-> t:safeguard.care
  )"),
                        {}};
  SourceRecords text{records_of(R"(
    t:art_1 heading="Scope" text="Subject to article 2."
    t:art_2 heading="Duties" text="It shall be done."
    t:art_3
    t:art_1 -REFERS_TO-> t:art_2 mode=subject_to quote="article 2"
    t:art_3 -REFERS_TO-> t:art_1 mode=refers_to
  )"),
                     {}};
  std::vector<SourceRecords> sources;
  sources.push_back(text_over_dataset(std::move(dataset), std::move(text), "t").records);
  return *link(std::move(sources));
}

TEST(TextOverDataset, takes_structure_and_references_from_the_text_and_keeps_other_facts) {
  const auto records = met();
  EXPECT_EQ(said(find_node(records, "t:art_1"), "summary"), "What it covers.");
  EXPECT_EQ(said(find_node(records, "t:art_1"), "text"), "Subject to article 2.");
  EXPECT_EQ(said(find_node(records, "treaty:t"), "adopted"), "2024-12-24");
  EXPECT_EQ(find_node(records, "t:art_2__para_7"), nullptr);
  EXPECT_NE(find_node(records, "t:art_3"), nullptr);
  EXPECT_EQ(std::ranges::count(records.relationships, "REFERS_TO", &RelationshipRecord::type), 2);
  const auto provides = std::ranges::find(records.relationships, "PROVIDES", &RelationshipRecord::type);
  ASSERT_NE(provides, records.relationships.end());
  EXPECT_EQ(provides->from, "t:art_2") << "a fact about a paragraph that is not there is one about its article";
}

TEST(TextOverDataset, lists_what_the_text_confirms_contradicts_and_adds) {
  const auto records = met();
  const auto* treaty = find_node(records, "treaty:t");
  EXPECT_THAT(said(treaty, "text_confirms"), HasSubstr("t:art_1 REFERS_TO t:art_2"));
  EXPECT_THAT(said(treaty, "text_confirms"), HasSubstr("t:art_1 heading"));
  EXPECT_THAT(said(treaty, "text_contradicts"), HasSubstr("t:art_2 REFERS_TO t:art_1"));
  EXPECT_THAT(said(treaty, "text_contradicts"), HasSubstr("t:art_2__para_7"));
  EXPECT_THAT(said(treaty, "text_contradicts"), HasSubstr("\"Duties\" in the text"));
  EXPECT_THAT(said(treaty, "text_adds"), HasSubstr("t:art_3 REFERS_TO t:art_1"));
  EXPECT_THAT(said(treaty, "text_adds"), HasSubstr("t:art_3"));
}

}  // namespace
}  // namespace treatygraph::ingest
