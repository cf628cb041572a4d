#include "ingest/link.h"

#include <algorithm>

#include <gmock/gmock.h>

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

}  // namespace
}  // namespace treatygraph::ingest
