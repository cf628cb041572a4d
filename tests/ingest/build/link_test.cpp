#include "ingest/build/link.h"

#include <algorithm>

#include <gmock/gmock.h>

#include "ingest/build/treaty_records.h"
#include "ingest/export/document_of_records.h"
#include "ingest/references/references.h"
#include "ingest/structure/text_structure.h"
#include "tests/support/drawing.h"

namespace treatygraph::ingest {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::records_of;

std::vector<std::string> keys(const GraphRecords& records) {
  std::vector<std::string> all;
  for (const auto& node : records.nodes) all.push_back(node.key);
  std::ranges::sort(all);
  return all;
}

const RelationshipRecord* find(const GraphRecords& records, std::string_view type) {
  const auto found = std::ranges::find(records.relationships, type, &RelationshipRecord::type);
  return found == records.relationships.end() ? nullptr : &*found;
}

SourceRecords citing() {
  SourceRecords source{records_of("one:art_1"), records_of("treaty:two\ntwo:art_5__para_9")};
  source.records.relationships.push_back({"REFERS_TO", "one:art_1", "two:art_5__para_9", {}});
  return source;
}

TEST(Link, keeps_a_placeholder_while_nothing_better_is_there) {
  const auto linked = link({citing()});
  ASSERT_TRUE(linked) << linked.error().detail;
  EXPECT_THAT(keys(*linked), ElementsAre("one:art_1", "treaty:one", "treaty:two", "two:art_5", "two:art_5__para_9"));
  EXPECT_EQ(find(*linked, "REFERS_TO")->to, "two:art_5__para_9");
}

TEST(Link, gives_way_to_the_treaty_once_it_is_loaded) {
  for (const bool citing_first : {true, false}) {
    std::vector<SourceRecords> sources;
    sources.push_back(citing());
    sources.push_back({records_of("two:art_5__para_1"), {}});
    if (!citing_first) std::swap(sources[0], sources[1]);
    const auto linked = link(std::move(sources));
    ASSERT_TRUE(linked) << linked.error().detail;
    EXPECT_THAT(keys(*linked), ElementsAre("one:art_1", "treaty:one", "treaty:two", "two:art_5", "two:art_5__para_1"));
    const auto* reference = find(*linked, "REFERS_TO");
    EXPECT_EQ(reference->to, "two:art_5") << "the nearest provision that the loaded treaty has";
    EXPECT_EQ(std::get<std::string>(find_property(reference->properties, "written_as")->value), "two:art_5__para_9");
  }
}

TEST(Link, names_what_two_sources_claim_and_what_none_has) {
  std::vector<SourceRecords> twice;
  twice.push_back({records_of("one:art_1"), {}});
  twice.push_back({records_of("one:art_1"), {}});
  EXPECT_THAT(link(std::move(twice)).error().detail, HasSubstr("two sources have treaty:one"));
  auto twin = records_of("one:art_1");
  twin.nodes.push_back(twin.nodes.back());
  std::vector<SourceRecords> one;
  one.push_back({std::move(twin), {}});
  EXPECT_THAT(link(std::move(one)).error().detail, HasSubstr("one source makes"));
  SourceRecords dangling{records_of("one:art_1"), {}};
  dangling.records.relationships.push_back({"MADE", "state:XXX", "one:art_1", {}});
  std::vector<SourceRecords> sources;
  sources.push_back(std::move(dangling));
  EXPECT_THAT(link(std::move(sources)).error().detail, HasSubstr("state:XXX"));
}

TEST(TreatyRecords, hold_annexes_that_the_document_cites_and_does_not_print) {
  Document document;
  document.text =
      "Article 1\n\nSee Annex 2 here. See Part 1 of Annex 2 and Protocol 2 to this Treaty. Annexes 5 to 7 apply.\n\n"
      "Article 2\n\nSee Annex 1 there.\n\nANNEX 1\n\nLakes.\n";
  document.structure = read_structure(document.text);
  document.map = SourceMap::identity(document.text);
  auto source = ingest::records_of(document, find_references(document), "lakes", InstrumentRegistry());
  std::vector<SourceRecords> sources;
  sources.push_back(std::move(source));
  const auto linked = link(std::move(sources));
  ASSERT_TRUE(linked) << linked.error().detail;
  EXPECT_THAT(keys(*linked),
              ElementsAre("lakes:annex_1", "lakes:annex_2", "lakes:annex_5", "lakes:annex_6", "lakes:annex_7",
                          "lakes:art_1", "lakes:art_2", "lakes:protocol_2", "treaty:lakes"));
  std::vector<std::string> cited;
  for (const auto& r : linked->relationships) {
    if (r.type == "REFERS_TO") cited.push_back(r.to);
  }
  EXPECT_THAT(cited, ElementsAre("lakes:annex_2", "lakes:annex_2", "lakes:protocol_2", "lakes:annex_5", "lakes:annex_6",
                                 "lakes:annex_7", "lakes:annex_1"));
  for (const auto& node : linked->nodes) {
    const auto* loaded = find_property(node.properties, "loaded");
    const bool is_part = node.key.starts_with("lakes:annex_") || node.key.starts_with("lakes:protocol_");
    const bool is_absent = is_part && node.key != "lakes:annex_1";
    EXPECT_EQ(loaded != nullptr && loaded->value == PropertyValue(false).value, is_absent) << node.key;
  }
  const auto exported = document_of(*linked, "lakes");
  ASSERT_TRUE(exported) << exported.error().detail;
  EXPECT_EQ(exported->structure.size(), 3U) << "what was not printed is not printed";
}

}  // namespace
}  // namespace treatygraph::ingest
