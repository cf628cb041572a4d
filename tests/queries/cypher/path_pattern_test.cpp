// Repeated parts, conditions in patterns, label expressions and SHORTEST against a reference that is slow and obvious:
// it tries every sequence of relationships, and selects among all paths that it finds.

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "queries/cypher/asking/statement.h"
#include "queries/cypher/values/error_text.h"
#include "tests/queries/cypher/answer_to.h"
#include "tests/support/drawing.h"
#include "tests/support/random_graph.h"

namespace treatygraph::queries::cypher {
namespace {

using testing::answer_to;
using testing::Random;

struct Hop {
  std::string type;
  Direction direction = Direction::Out;
};
/// A part of one or two hops, repeated.
struct Element {
  std::vector<Hop> hops;
  std::size_t min = 1;
  std::size_t max = 1;
  bool rises = false;  ///< WHERE x.key < y.key, of the ends of each repetition
  bool is_part = false;
};
struct Spec {
  std::vector<std::string> labels;  ///< of the nodes between elements: a label expression, or nothing
  std::vector<Element> elements;
};

/// nodes and relationships, one after the other.
using Trail = std::vector<std::string>;

bool fits(const Graph& graph, NodeId node, const std::string& labels) {
  const auto has = [&](std::string_view label) { return graph.has_label(node, label); };
  if (labels == "Article|Paragraph") return has("Article") || has("Paragraph");
  if (labels == "Provision&!Article") return has("Provision") && !has("Article");
  if (labels == "!%") return graph.labels_of(node).empty();
  return labels.empty() || has(labels);
}

class Reference {
 public:
  Reference(const Graph& graph, const Spec& spec) : graph_(graph), spec_(spec) {}

  std::vector<Trail> trails() {
    for (std::uint32_t i = 0; i < graph_.node_count(); ++i) {
      const NodeId node{i};
      if (!fits(graph_, node, spec_.labels[0])) continue;
      trail_ = {std::string(graph_.key(node))};
      repeat(0, 0, node);
    }
    return std::move(found_);
  }

 private:
  void repeat(std::size_t element, std::size_t times, NodeId at) {
    if (element == spec_.elements.size()) {
      found_.push_back(trail_);
      return;
    }
    const auto& spec = spec_.elements[element];
    if (times >= spec.min && fits(graph_, at, spec_.labels[element + 1])) repeat(element + 1, 0, at);
    if (times < spec.max) hop(element, times, 0, at, at);
  }

  void hop(std::size_t element, std::size_t times, std::size_t i, NodeId begin, NodeId at) {
    const auto& spec = spec_.elements[element];
    if (i == spec.hops.size()) {
      if (!spec.rises || graph_.key(begin) < graph_.key(at)) repeat(element, times + 1, at);
      return;
    }
    const auto& [type, direction] = spec.hops[i];
    for (std::uint32_t r = 0; r < graph_.relationship_count(); ++r) {
      const RelationshipId relationship{r};
      if (used_.contains(relationship) || graph_.types().name(graph_.type(relationship)) != type) continue;
      const auto source = graph_.source(relationship);
      const auto target = graph_.target(relationship);
      const auto walk = [&](NodeId to) {
        used_.insert(relationship);
        trail_.push_back(fmt::format("r:{}", r));
        trail_.emplace_back(graph_.key(to));
        hop(element, times, i + 1, begin, to);
        trail_.resize(trail_.size() - 2);
        used_.erase(relationship);
      };
      if (source == at && direction != Direction::In) walk(target);
      if (target == at && direction != Direction::Out && !(source == target && direction == Direction::Both))
        walk(source);
    }
  }

  const Graph& graph_;
  const Spec& spec_;
  Trail trail_;
  std::set<RelationshipId> used_;
  std::vector<Trail> found_;
};

std::string hop_text(const Hop& hop, const std::string& inside = {}) {
  return fmt::format("{}[{}:{}]{}", hop.direction == Direction::In ? "<-" : "-", inside, hop.type,
                     hop.direction == Direction::Out ? "->" : "-");
}

std::string element_text(const Element& element) {
  const auto times =
      element.min == 1 && element.max == 1 ? std::string() : fmt::format("{{{},{}}}", element.min, element.max);
  if (!element.is_part) return hop_text(element.hops[0]) + times;
  const bool has_two = element.hops.size() > 1;
  return fmt::format("(({}){}{}{}({}){}){{{},{}}}", "x", hop_text(element.hops[0]), has_two ? "(m)" : "",
                     has_two ? hop_text(element.hops[1]) : "", "y", element.rises ? " WHERE x.key < y.key" : "",
                     element.min, element.max);
}

std::string node_text(std::size_t i, const std::string& labels) {
  return fmt::format("(n{}{}{})", i, labels.empty() ? "" : ":", labels);
}

std::string pattern_text(const Spec& spec) {
  auto text = node_text(0, spec.labels[0]);
  for (std::size_t i = 0; i < spec.elements.size(); ++i) {
    text += element_text(spec.elements[i]) + node_text(i + 1, spec.labels[i + 1]);
  }
  return text;
}

Spec random_spec(Random& random, std::size_t longest) {
  static const std::vector<std::string> kLabels = {"", "", "Article", "Article|Paragraph", "Provision&!Article"};
  static const std::vector<std::string> kTypes = {"REFERS_TO", "REFERS_TO", "HAS_PART", "CONDITIONS"};
  static const std::vector<Direction> kDirections = {Direction::Out, Direction::In, Direction::Both};
  const auto hop = [&] { return Hop{random.one_of(kTypes), random.one_of(kDirections)}; };
  Spec spec;
  spec.labels.push_back(random.one_of(kLabels));
  bool has_part = false;
  for (auto left = 1 + random.below(2); left > 0; --left) {
    Element element{{hop()}, 1, 1, false, false};
    if (random.chance(70)) {
      element.min = random.below(2);
      element.max = 1 + random.below(longest);
    }
    if (!has_part && random.chance(50)) {  // its variables have names, so there is one
      has_part = element.is_part = true;
      element.rises = random.chance(40);
      if (random.chance(50)) element.hops.push_back(hop());
      if (element.hops.size() > 1) element.max = 1;
    }
    spec.elements.push_back(element);
    spec.labels.push_back(random.one_of(kLabels));
  }
  return spec;
}

std::vector<Trail> answers(const Graph& graph, const std::string& query) {
  std::vector<Trail> trails;
  const auto answer = answer_to(graph, {query, {}, Statement::kMaxRows});
  for (const auto& row : answer.rows) {
    auto& trail = trails.emplace_back();
    const auto& nodes = row[0].list();
    const auto& relationships = row[1].list();
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      trail.emplace_back(nodes[i].string());
      if (i < relationships.size()) trail.emplace_back(relationships[i].string());
    }
  }
  return trails;
}

constexpr std::string_view kReturnsTrail =
    " RETURN [n IN nodes(p) | n.key] AS nodes, [r IN relationships(p) | elementId(r)] AS relationships";

TEST(CypherPathPatterns, bind_as_trying_everything_does) {
  std::size_t found = 0;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    const auto graph = testing::graph_of(testing::random_records(seed % 40));
    Random random(seed);
    const auto spec = random_spec(random, 3);
    const auto query = fmt::format("MATCH p = {}{}", pattern_text(spec), kReturnsTrail);
    SCOPED_TRACE(fmt::format("seed {}: {}", seed, query));
    auto expected = Reference(graph, spec).trails();
    auto actual = answers(graph, query);
    std::ranges::sort(expected);
    std::ranges::sort(actual);
    ASSERT_EQ(actual, expected);
    found += actual.size();
  }
  EXPECT_GT(found, 1000U) << "most of these queries found nothing";
}

TEST(CypherPathPatterns, hold_a_list_of_what_each_repetition_binds) {
  const auto graph = testing::graph_of(testing::random_records(7));
  const auto answer =
      ask(graph,
          {"MATCH p = (a)((x)-[r:REFERS_TO]->(y)){2,3}(b) RETURN [n IN x | n.key] AS x, [n IN y | n.key] "
           "AS y, r = relationships(p) AS same, [n IN nodes(p) | n.key] AS all",
           {},
           Statement::kMaxRows},
          Budget());
  ASSERT_TRUE(answer);
  EXPECT_FALSE(answer->rows.empty());
  for (const auto& row : answer->rows) {
    const auto& nodes = row[3].list();
    EXPECT_TRUE(row[2].is_true());
    ASSERT_EQ(row[0].list().size() + 1, nodes.size());
    for (std::size_t i = 0; i + 1 < nodes.size(); ++i) {
      EXPECT_EQ(row[0].list()[i].string(), nodes[i].string());
      EXPECT_EQ(row[1].list()[i].string(), nodes[i + 1].string());
    }
  }
}

/// By the ends, the shorter first.
std::map<std::pair<std::string, std::string>, std::vector<Trail>> by_ends(std::vector<Trail> trails) {
  std::ranges::stable_sort(trails, {}, &Trail::size);
  std::map<std::pair<std::string, std::string>, std::vector<Trail>> all;
  for (auto& trail : trails) all[{trail.front(), trail.back()}].push_back(std::move(trail));
  return all;
}

std::vector<std::size_t> lengths(const std::vector<Trail>& trails, std::size_t most) {
  std::vector<std::size_t> all;
  for (const auto& trail : trails) {
    if (all.size() < most) all.push_back(trail.size());
  }
  return all;
}

TEST(CypherPathPatterns, select_as_many_of_the_shortest_as_are_asked_for) {
  std::size_t found = 0;
  for (std::uint64_t seed = 5000; seed < 5300; ++seed) {
    const auto graph = testing::graph_of(testing::random_records(seed % 40));
    Random random(seed);
    const auto spec = random_spec(random, 4);
    const auto most = 1 + random.below(3);
    const bool has_brackets = random.chance(30);
    const auto query = fmt::format("MATCH p = SHORTEST {} {}{}{}{}", most, has_brackets ? "(" : "", pattern_text(spec),
                                   has_brackets ? ")" : "", kReturnsTrail);
    SCOPED_TRACE(fmt::format("seed {}: {}", seed, query));
    const auto all = Reference(graph, spec).trails();
    // Repetitions may cut one trail in several ways: each is a match.
    const std::multiset<Trail> known(all.begin(), all.end());
    const auto expected = by_ends(all);
    const auto selected = answers(graph, query);
    const std::multiset<Trail> chosen(selected.begin(), selected.end());
    for (const auto& trail : chosen) EXPECT_LE(chosen.count(trail), known.count(trail));
    const auto actual = by_ends(selected);
    ASSERT_EQ(actual.size(), expected.size());
    for (const auto& [ends, trails] : expected) {
      const auto& taken = actual.at(ends);
      EXPECT_EQ(lengths(taken, taken.size()), lengths(trails, most));
    }
    found += selected.size();
  }
  EXPECT_GT(found, 1000U);
}

TEST(CypherPathPatterns, select_every_path_of_the_shortest_lengths) {
  for (std::uint64_t seed = 6000; seed < 6200; ++seed) {
    const auto graph = testing::graph_of(testing::random_records(seed % 40));
    Random random(seed);
    const auto spec = random_spec(random, 4);
    const auto groups = 1 + random.below(2);
    const auto query =
        fmt::format("MATCH p = {} {}{}", groups == 1 ? "ALL SHORTEST" : fmt::format("SHORTEST {} GROUPS", groups),
                    pattern_text(spec), kReturnsTrail);
    SCOPED_TRACE(fmt::format("seed {}: {}", seed, query));
    std::vector<Trail> expected;
    for (const auto& [ends, trails] : by_ends(Reference(graph, spec).trails())) {
      std::set<std::size_t> taken;
      for (const auto& trail : trails) {
        if (taken.size() == groups && !taken.contains(trail.size())) break;
        taken.insert(trail.size());
        expected.push_back(trail);
      }
    }
    auto actual = answers(graph, query);
    std::ranges::sort(expected);
    std::ranges::sort(actual);
    ASSERT_EQ(actual, expected);
  }
}

TEST(CypherPathPatterns, select_before_where_and_after_the_condition_in_brackets) {
  std::size_t found = 0;
  for (std::uint64_t seed = 7000; seed < 7100; ++seed) {
    const auto graph = testing::graph_of(testing::random_records(seed % 40));
    const Spec spec{{"", ""}, {{{{"REFERS_TO", Direction::Both}}, 1, 4, false, false}}};
    const auto all = by_ends(Reference(graph, spec).trails());
    const std::string pattern = pattern_text(spec);
    SCOPED_TRACE(fmt::format("seed {}", seed));
    std::size_t before = 0;
    std::size_t after = 0;
    for (const auto& [ends, trails] : all) {
      const auto is_long = [](const Trail& trail) { return trail.size() > 3; };  // more than one relationship
      before += std::ranges::any_of(trails, is_long) ? 1U : 0U;
      after += is_long(trails.front()) ? 1U : 0U;
    }
    EXPECT_EQ(
        answers(graph, fmt::format("MATCH p = SHORTEST 1 ({} WHERE length(p) > 1){}", pattern, kReturnsTrail)).size(),
        before);
    EXPECT_EQ(
        answers(graph, fmt::format("MATCH p = SHORTEST 1 {} WHERE length(p) > 1{}", pattern, kReturnsTrail)).size(),
        after);
    found += before;
  }
  EXPECT_GT(found, 100U);
}

}  // namespace
}  // namespace treatygraph::queries::cypher
