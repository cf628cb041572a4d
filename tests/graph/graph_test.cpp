#include "graph/graph.h"

#include <algorithm>
#include <map>
#include <set>

#include <gmock/gmock.h>

#include "graph/vocabulary.h"
#include "tests/support/drawing.h"
#include "tests/support/random_graph.h"

namespace treatygraph {
namespace {

using ::testing::ElementsAre;
using testing::graph_of;
using ::testing::HasSubstr;
using testing::random_records;
using testing::records_of;
using ::testing::UnorderedElementsAreArray;

constexpr std::uint64_t kGraphs = 1'000;

std::vector<std::string> keys_in(const Graph& graph, NodeRange range) {
  std::vector<std::string> keys;
  for (auto node = index_of(range.first); node < index_of(range.last); ++node) {
    keys.emplace_back(graph.key(NodeId{static_cast<std::uint32_t>(node)}));
  }
  return keys;
}

TEST(Graph, answers_for_what_was_drawn) {
  const auto graph = graph_of(R"(
    t:art_1__para_1 heading="Scope of application"
    t:art_1__para_1 -REFERS_TO-> t:art_2 mode=subject_to start=17
  )");
  const auto paragraph = *graph.find("t:art_1__para_1");
  EXPECT_TRUE(graph.has_label(paragraph, label::kParagraph));
  EXPECT_TRUE(graph.has_label(paragraph, label::kProvision));
  EXPECT_EQ(graph.string(paragraph, property::kHeading), "Scope of application");
  EXPECT_EQ(graph.string(paragraph, "no such property"), "");
  const auto refers_to = *graph.types().find(type::kRefersTo);
  const auto hops = graph.out(paragraph, refers_to);
  ASSERT_EQ(hops.size(), 1U);
  EXPECT_EQ(graph.key(hops.node(0)), "t:art_2");
  EXPECT_EQ(graph.string(hops.relationship(0), property::kMode), "subject_to");
  const auto start = graph.property(hops.relationship(0), *graph.properties().find(property::kStart));
  EXPECT_EQ(std::get<std::int64_t>(start), 17);
  EXPECT_EQ(graph.key(*graph.parent(paragraph)), "t:art_1");
  EXPECT_FALSE(graph.find("t:art_3"));
}

TEST(Graph, numbers_the_parts_of_a_provision_right_after_it) {
  const auto graph = graph_of(R"(
    t:art_1__para_1__point_a
    t:art_2
    t:art_1__para_2
  )");
  EXPECT_THAT(keys_in(graph, graph.subtree(*graph.find("t:art_1"))),
              ElementsAre("t:art_1", "t:art_1__para_1", "t:art_1__para_1__point_a", "t:art_1__para_2"));
}

TEST(Graph, refuses_records_that_make_none_and_names_them) {
  auto twice = records_of("t:art_1");
  twice.nodes.push_back(twice.nodes.back());
  EXPECT_THAT(Graph::build(twice, "s").error().detail, HasSubstr(twice.nodes.back().key));

  auto dangling = records_of("t:art_1");
  dangling.relationships.push_back({"REFERS_TO", "t:art_1", "t:art_9", {}});
  EXPECT_THAT(Graph::build(dangling, "s").error().detail, HasSubstr("t:art_9"));
}

/// (type, other key) of every relationship, from the records.
std::multiset<std::pair<std::string, std::string>> listed(const GraphRecords& records, const std::string& key,
                                                          Direction direction) {
  std::multiset<std::pair<std::string, std::string>> found;
  for (const auto& r : records.relationships) {
    if (direction == Direction::Out && r.from == key) found.emplace(r.type, r.to);
    if (direction == Direction::In && r.to == key) found.emplace(r.type, r.from);
  }
  return found;
}

std::multiset<std::pair<std::string, std::string>> walked(const Graph& graph, NodeId node, Direction direction) {
  std::multiset<std::pair<std::string, std::string>> found;
  for (std::size_t i = 0; i < graph.types().size(); ++i) {
    const auto type = static_cast<TypeId>(i);
    for (const auto hop : direction == Direction::Out ? graph.out(node, type) : graph.in(node, type)) {
      EXPECT_EQ(graph.type(hop.relationship), type);
      EXPECT_EQ(direction == Direction::Out ? graph.source(hop.relationship) : graph.target(hop.relationship), node);
      EXPECT_EQ(direction == Direction::Out ? graph.target(hop.relationship) : graph.source(hop.relationship),
                hop.node);
      found.emplace(graph.types().name(type), graph.key(hop.node));
    }
  }
  return found;
}

TEST(Graph, walks_exactly_the_relationships_of_the_records) {
  for (std::uint64_t seed = 0; seed < kGraphs; ++seed) {
    const auto records = random_records(seed);
    const auto graph = graph_of(records);
    ASSERT_EQ(graph.node_count(), records.nodes.size());
    ASSERT_EQ(graph.relationship_count(), records.relationships.size());
    for (const auto& record : records.nodes) {
      const auto node = *graph.find(record.key);
      ASSERT_EQ(walked(graph, node, Direction::Out), listed(records, record.key, Direction::Out)) << seed;
      ASSERT_EQ(walked(graph, node, Direction::In), listed(records, record.key, Direction::In)) << seed;
      ASSERT_EQ(graph.degree(node, Direction::Both),
                listed(records, record.key, Direction::Out).size() + listed(records, record.key, Direction::In).size());
    }
  }
}

/// All descendants of `key`, by repeated lookup.
std::set<std::string> parts_of(const GraphRecords& records, const std::string& key) {
  std::set<std::string> found = {key};
  for (bool grew = true; grew;) {
    grew = false;
    for (const auto& r : records.relationships) {
      if (r.type == type::kHasPart && found.contains(r.from)) grew |= found.insert(r.to).second;
    }
  }
  return found;
}

TEST(Graph, has_every_part_in_one_range_and_nothing_else) {
  for (std::uint64_t seed = 0; seed < kGraphs / 10; ++seed) {
    const auto records = random_records(seed);
    const auto graph = graph_of(records);
    for (const auto& record : records.nodes) {
      const auto expected = parts_of(records, record.key);
      ASSERT_THAT(keys_in(graph, graph.subtree(*graph.find(record.key))), UnorderedElementsAreArray(expected)) << seed;
    }
  }
}

TEST(Graph, keeps_every_property_of_every_kind) {
  auto records = records_of("t:art_1 -REFERS_TO-> t:art_2");
  const Properties properties = {{"flag", true},
                                 {"number", std::int64_t{-7}},
                                 {"real", 2.5},
                                 {"words", "Übermaß"},
                                 {"list", PropertyList{std::int64_t{1}, "two"}},
                                 {"day", PropertyValue(PropertyValue::Variant(Date{}))}};
  for (const auto& [name, value] : properties) set_property(records.nodes.back().properties, name, value);
  const auto key = records.nodes.back().key;
  const auto graph = graph_of(std::move(records));
  for (const auto& [name, value] : properties) {
    EXPECT_EQ(to_value(graph.property(*graph.find(key), *graph.properties().find(name))), value) << name;
  }
}

}  // namespace
}  // namespace treatygraph
