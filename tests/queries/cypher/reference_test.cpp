// The engine against a reference that is slow and obvious: it tries every sequence of relationships for a pattern, on
// random graphs and random queries.

#include <map>
#include <set>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "queries/cypher/asking/answer_text.h"
#include "queries/cypher/asking/statement.h"
#include "tests/queries/cypher/answer_to.h"
#include "tests/support/drawing.h"
#include "tests/support/random_graph.h"

namespace treatygraph::queries::cypher {
namespace {

using testing::answer_to;
using testing::Random;

struct NodeSpec {
  std::string label;  ///< empty: any
};
struct HopSpec {
  std::string type;  ///< empty: any
  Direction direction = Direction::Out;
  std::size_t min = 1;
  std::size_t max = 1;
};
/// (n0)-[...]-(n1)-[...]-(n2) and what the query returns of it.
struct ChainSpec {
  std::vector<NodeSpec> nodes;
  std::vector<HopSpec> hops;
  bool closed = false;  ///< the last node is the first
};

ChainSpec random_chain(Random& random) {
  static const std::vector<std::string> kLabels = {"", "", "Article", "Paragraph", "Provision", "Offence"};
  static const std::vector<std::string> kTypes = {"", "REFERS_TO", "REFERS_TO", "HAS_PART", "CONDITIONS"};
  static const std::vector<Direction> kDirections = {Direction::Out, Direction::In, Direction::Both};
  ChainSpec spec;
  const auto hops = random.below(3);
  for (std::size_t i = 0; i <= hops; ++i) spec.nodes.push_back({random.one_of(kLabels)});
  for (std::size_t i = 0; i < hops; ++i) {
    HopSpec hop{random.one_of(kTypes), random.one_of(kDirections), 1, 1};
    if (hop.type.empty()) hop.direction = Direction::Out;
    if (random.chance(25) && !hop.type.empty()) {
      hop.min = random.below(2);
      hop.max = hop.min + random.below(2);
    }
    spec.hops.push_back(hop);
  }
  spec.closed = hops > 0 && random.chance(15);
  return spec;
}

std::string pattern_of(const ChainSpec& spec) {
  std::string text;
  for (std::size_t i = 0; i < spec.nodes.size(); ++i) {
    const bool is_first_again = spec.closed && i + 1 == spec.nodes.size();
    const auto& label = spec.nodes[i].label;
    text += fmt::format("(n{}{}{})", is_first_again ? 0 : i, label.empty() ? "" : ":", label);
    if (i == spec.hops.size()) break;
    const auto& hop = spec.hops[i];
    const auto length = hop.min == 1 && hop.max == 1 ? "" : fmt::format("*{}..{}", hop.min, hop.max);
    text += fmt::format("{}[r{}{}{}{}]{}", hop.direction == Direction::In ? "<-" : "-", i, hop.type.empty() ? "" : ":",
                        hop.type, length, hop.direction == Direction::Out ? "->" : "-");
  }
  return text;
}

/// Every binding of the pattern, by trying everything.
class ChainReference {
 public:
  ChainReference(const Graph& graph, const ChainSpec& spec) : graph_(graph), spec_(spec) {}

  /// The keys of n0, n1, ... with how often they are bound.
  std::map<std::vector<std::string>, std::size_t> bindings() {
    for (std::uint32_t node = 0; node < graph_.node_count(); ++node) {
      if (!fits(0, NodeId{node})) continue;
      nodes_ = {NodeId{node}};
      walk(0, 0, NodeId{node});
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] bool fits(std::size_t i, NodeId node) const {
    return spec_.nodes[i].label.empty() || graph_.has_label(node, spec_.nodes[i].label);
  }

  void arrive(std::size_t hop, NodeId node) {
    if (!fits(hop + 1, node)) return;
    nodes_.push_back(node);
    walk(hop + 1, 0, node);
    nodes_.pop_back();
  }

  void walk(std::size_t hop, std::size_t length, NodeId at) {
    if (hop == spec_.hops.size()) {
      if (spec_.closed && nodes_.front() != nodes_.back()) return;
      std::vector<std::string> keys;
      for (std::size_t i = 0; i + (spec_.closed ? 1 : 0) < nodes_.size(); ++i) keys.emplace_back(graph_.key(nodes_[i]));
      ++found_[keys];
      return;
    }
    const auto& spec = spec_.hops[hop];
    if (length >= spec.min) arrive(hop, at);
    if (length == spec.max) return;
    for (std::uint32_t r = 0; r < graph_.relationship_count(); ++r) {
      const RelationshipId relationship{r};
      if (used_.contains(relationship)) continue;
      if (!spec.type.empty() && graph_.types().name(graph_.type(relationship)) != spec.type) continue;
      const auto source = graph_.source(relationship);
      const auto target = graph_.target(relationship);
      used_.insert(relationship);
      if (source == at && spec.direction != Direction::In) walk(hop, length + 1, target);
      const bool is_loop_again = source == target && spec.direction == Direction::Both;
      if (target == at && spec.direction != Direction::Out && !is_loop_again) walk(hop, length + 1, source);
      used_.erase(relationship);
    }
  }

  const Graph& graph_;
  const ChainSpec& spec_;
  std::vector<NodeId> nodes_;
  std::set<RelationshipId> used_;
  std::map<std::vector<std::string>, std::size_t> found_;
};

std::string keys_of(const ChainSpec& spec) {
  std::string text;
  for (std::size_t i = 0; i + (spec.closed ? 1 : 0) < spec.nodes.size(); ++i) {
    text += fmt::format("{}n{}.key AS k{}", i == 0 ? "" : ", ", i, i);
  }
  return text;
}

TEST(CypherReference, binds_patterns_as_trying_everything_does) {
  std::size_t bindings = 0;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    const auto graph = testing::graph_of(testing::random_records(seed % 40));
    Random random(seed);
    const auto spec = random_chain(random);
    const auto query = "MATCH " + pattern_of(spec) + " RETURN " + keys_of(spec);
    SCOPED_TRACE(fmt::format("seed {}: {}", seed, query));
    const auto expected = ChainReference(graph, spec).bindings();
    bindings += expected.size();
    std::map<std::vector<std::string>, std::size_t> actual;
    for (const auto& row : answer_to(graph, {query, {}, Statement::kMaxRows}).rows) {
      std::vector<std::string> keys;
      for (const auto& value : row) keys.emplace_back(value.string());
      ++actual[keys];
    }
    ASSERT_EQ(actual, expected);
  }
  EXPECT_GT(bindings, 1000U) << "most of these queries found nothing";
}

TEST(CypherReference, counts_orders_and_filters_as_the_bindings_say) {
  for (std::uint64_t seed = 1000; seed < 1300; ++seed) {
    const auto graph = testing::graph_of(testing::random_records(seed % 40));
    Random random(seed);
    const auto spec = random_chain(random);
    SCOPED_TRACE(fmt::format("seed {}: {}", seed, pattern_of(spec)));
    std::map<std::string, std::int64_t> expected;
    std::map<std::string, std::set<std::string>> seconds;
    const std::size_t second = spec.nodes.size() > 1 && (!spec.closed || spec.nodes.size() > 2) ? 1 : 0;
    for (const auto& [keys, count] : ChainReference(graph, spec).bindings()) {
      expected[keys[0]] += static_cast<std::int64_t>(count);
      seconds[keys[0]].insert(keys[second]);
    }
    const auto least = static_cast<std::int64_t>(random.below(3));
    std::erase_if(expected, [&](const auto& entry) { return entry.second <= least; });
    const auto answer = answer_to(
        graph, {fmt::format("MATCH {} WITH n0.key AS key, count(*) AS n, count(DISTINCT n{}) AS seconds WHERE n > {} "
                            "RETURN key, n, seconds ORDER BY key",
                            pattern_of(spec), second, least),
                {},
                Statement::kMaxRows});
    ASSERT_EQ(answer.rows.size(), expected.size());
    std::size_t at = 0;
    for (const auto& [key, count] : expected) {
      EXPECT_EQ(answer.rows[at][0].string(), key);
      EXPECT_EQ(answer.rows[at][1].integer(), count);
      EXPECT_EQ(answer.rows[at][2].integer(), static_cast<std::int64_t>(seconds[key].size()));
      ++at;
    }
  }
}

TEST(CypherReference, keeps_a_row_for_every_node_that_an_optional_pattern_misses) {
  for (std::uint64_t seed = 2000; seed < 2200; ++seed) {
    const auto graph = testing::graph_of(testing::random_records(seed % 40));
    Random random(seed);
    auto spec = random_chain(random);
    SCOPED_TRACE(fmt::format("seed {}: {}", seed, pattern_of(spec)));
    spec.nodes[0].label = "Article";
    std::map<std::string, std::int64_t> bound;
    for (const auto& [keys, count] : ChainReference(graph, spec).bindings())
      bound[keys[0]] += static_cast<std::int64_t>(count);
    // What only counts the end is planned otherwise than what counts paths.
    const bool by_end = !spec.closed && random.chance(50);
    const auto last = spec.nodes.size() - 1;
    const auto answer =
        answer_to(graph, {fmt::format("MATCH (n0:Article) OPTIONAL MATCH {}{} RETURN n0.key AS key, count(*) AS rows, "
                                      "count({}) AS found",
                                      by_end ? "" : "p = ", pattern_of(spec), by_end ? fmt::format("n{}", last) : "p"),
                          {},
                          Statement::kMaxRows});
    for (const auto& row : answer.rows) {
      const auto found = bound.find(std::string(row[0].string()));
      const auto count = found == bound.end() ? 0 : found->second;
      EXPECT_EQ(row[2].integer(), count) << row[0].string();
      EXPECT_EQ(row[1].integer(), std::max<std::int64_t>(count, 1));
    }
  }
}

/// Which nodes are reached from `start` by a way of `min` to `max` hops without a repeated relationship.
std::set<std::string> ends_of(const Graph& graph, const ChainSpec& spec) {
  std::set<std::string> ends;
  for (const auto& [keys, count] : ChainReference(graph, spec).bindings()) ends.insert(keys[0] + " " + keys[1]);
  return ends;
}

TEST(CypherReference, finds_each_end_once_where_nobody_asks_by_which_way) {
  std::size_t ends = 0;
  for (std::uint64_t seed = 3000; seed < 3200; ++seed) {
    const auto graph = testing::graph_of(testing::random_records(seed % 40));
    Random random(seed);
    const HopSpec hop{"REFERS_TO", random.chance(50) ? Direction::Out : Direction::In, random.below(2),
                      1 + random.below(3)};
    const ChainSpec spec{{{""}, {random.chance(50) ? "" : "Article"}}, {hop}, false};
    const auto type = fmt::format("[:REFERS_TO*{}..{}]", hop.min, hop.max);
    const auto* arrow = hop.direction == Direction::Out ? "(n0)-{}->(n1{})" : "(n0)<-{}-(n1{})";
    const auto label = spec.nodes[1].label.empty() ? "" : ":" + spec.nodes[1].label;
    const auto query = "MATCH " + fmt::format(fmt::runtime(arrow), type, label) + " RETURN DISTINCT n0.key, n1.key";
    SCOPED_TRACE(fmt::format("seed {}: {}", seed, query));
    std::set<std::string> actual;
    for (const auto& row : answer_to(graph, {query, {}, Statement::kMaxRows}).rows) {
      EXPECT_TRUE(actual.insert(std::string(row[0].string()) + " " + std::string(row[1].string())).second);
    }
    const auto expected = ends_of(graph, spec);
    ends += expected.size();
    ASSERT_EQ(actual, expected);
  }
  EXPECT_GT(ends, 1000U);
}

TEST(CypherReference, finds_paths_as_short_as_the_shortest_way) {
  std::size_t found = 0;
  for (std::uint64_t seed = 4000; seed < 4100; ++seed) {
    const auto graph = testing::graph_of(testing::random_records(seed % 40));
    Random random(seed);
    const Direction direction = random.chance(50) ? Direction::Out : Direction::Both;
    std::map<std::string, std::size_t> lengths;  // the least, by trying everything
    for (std::size_t length = 3; length > 0; --length) {
      const ChainSpec spec{{{"Article"}, {"Article"}}, {{"REFERS_TO", direction, length, length}}, false};
      for (const auto& end : ends_of(graph, spec)) lengths[end] = length;
    }
    const auto* arrow = direction == Direction::Out ? "->" : "-";
    for (const auto* function : {"shortestPath", "allShortestPaths"}) {
      const auto query = fmt::format(
          "MATCH (a:Article), (b:Article) WHERE a <> b MATCH p = {}((a)-[:REFERS_TO*..3]{}(b)) RETURN a.key, "
          "b.key, length(p)",
          function, arrow);
      SCOPED_TRACE(fmt::format("seed {}: {}", seed, query));
      std::map<std::string, std::size_t> actual;
      for (const auto& row : answer_to(graph, {query, {}, Statement::kMaxRows}).rows) {
        const auto pair = std::string(row[0].string()) + " " + std::string(row[1].string());
        const auto length = static_cast<std::size_t>(row[2].integer());
        EXPECT_TRUE(!actual.contains(pair) || actual[pair] == length);
        actual[pair] = length;
      }
      std::erase_if(lengths, [](const auto& entry) {
        return entry.first.substr(0, entry.first.find(' ')) == entry.first.substr(entry.first.find(' ') + 1);
      });
      found += actual.size();
      ASSERT_EQ(actual, lengths);
    }
  }
  EXPECT_GT(found, 200U);
}

}  // namespace
}  // namespace treatygraph::queries::cypher
