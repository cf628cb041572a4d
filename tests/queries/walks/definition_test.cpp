// Each clause of the definition of dependencies matters: without it, the definition and the walk would part on a random
// treaty. So a walk that forgot the clause would be noticed by the comparison on random treaties.

#include <gtest/gtest.h>

#include "graph/vocabulary.h"
#include "queries/walks/dependency_walk.h"
#include "tests/queries/oracle.h"
#include "tests/queries/slow_dependencies.h"
#include "tests/support/drawing.h"
#include "tests/support/random_graph.h"

namespace treatygraph::queries {
namespace {

using testing::Clause;
using testing::Depths;
using testing::Oracle;
using testing::Random;
using testing::SlowDependencies;

constexpr std::uint64_t kTreaties = 1'000;

struct NamedClause {
  Clause clause;
  const char* name;
};

/// Random treaties in which some of what applies is what is cited.
GraphRecords records_of(std::uint64_t seed) {
  auto records = testing::random_records(seed);
  Random random(seed + kTreaties);
  for (auto& r : records.relationships) {
    if (Oracle::text(r.properties, "mode") == kAppliesTo && random.chance(50)) {
      set_property(r.properties, property::kApplied, std::string(kAppliedCited));
    }
  }
  return records;
}

DependencySteps::Rule random_rule(Random& random) {
  return {random.chance(50) ? Direction::Out : Direction::In, static_cast<Relation>(random.below(3)),
          random.chance(30)};
}

Depths walked(const Graph& graph, NodeId origin, DependencySteps::Rule rule) {
  const DependencySteps steps(graph, *ReferenceFilter::of(graph, {}, {}), rule);
  Budget budget;
  const auto walk = walk_dependencies(origin, steps, {}, budget);
  Depths found;
  for (std::size_t i = 0; i < walk.size(); ++i) found.emplace(graph.key(walk.node(i)), walk.depth(i));
  return found;
}

/// Whether the walk and the definition without `clause` agree on a treaty.
bool agree_without(Clause clause, std::uint64_t seed) {
  const auto records = records_of(seed);
  const auto graph = testing::graph_of(records);
  const Oracle oracle(records);
  Random random(seed);
  const auto origin = random.one_of(oracle.provisions());
  const auto rule = random_rule(random);
  SlowDependencies::Rule slow;
  slow.out = rule.direction == Direction::Out;
  slow.rests_on = rule.relation != Relation::GovernedBy;
  slow.governs = rule.relation != Relation::RestsOn;
  slow.into_divisions = rule.into_divisions;
  slow.without = clause;
  return walked(graph, *graph.find(origin), rule) == SlowDependencies(oracle, slow).reached(origin);
}

TEST(DefinitionOfDependencies, is_what_is_walked_on_a_thousand_random_treaties) {
  for (std::uint64_t seed = 0; seed < kTreaties; ++seed) ASSERT_TRUE(agree_without(Clause::None, seed)) << seed;
}

class ClauseOfTheDefinition : public ::testing::TestWithParam<NamedClause> {};

TEST_P(ClauseOfTheDefinition, is_missed_where_it_is_left_out) {
  std::uint64_t seed = 0;
  while (seed < kTreaties && agree_without(GetParam().clause, seed)) ++seed;
  EXPECT_LT(seed, kTreaties) << "no random treaty shows whether the clause is followed";
}

INSTANTIATE_TEST_SUITE_P(
    All, ClauseOfTheDefinition,
    ::testing::Values(NamedClause{Clause::PartsAreRead, "parts_are_read"},
                      NamedClause{Clause::IntroductionsAreRead, "introductions_are_read"},
                      NamedClause{Clause::SiblingsAreNotRead, "siblings_are_not_read"},
                      NamedClause{Clause::PartsAreRestedOn, "parts_are_rested_on"},
                      NamedClause{Clause::WholesAreRestedOn, "wholes_are_rested_on"},
                      NamedClause{Clause::DivisionsAreRestedOnAtFirst, "divisions_are_rested_on_at_first"},
                      NamedClause{Clause::TreatiesAreNeverRestedOnAsWholes, "treaties_are_never_rested_on_as_wholes"},
                      NamedClause{Clause::DivisionsAreNotEntered, "divisions_are_not_entered"},
                      NamedClause{Clause::TreatiesAreNotEntered, "treaties_are_not_entered"},
                      NamedClause{Clause::ArticlesComeWithDivisions, "articles_come_with_divisions"},
                      NamedClause{Clause::NotwithstandingGoverns, "notwithstanding_governs"},
                      NamedClause{Clause::AppliesToGoverns, "applies_to_governs"},
                      NamedClause{Clause::WhatIsCitedAndAppliesIsNotGoverned,
                                  "what_is_cited_and_applies_is_not_governed"},
                      NamedClause{Clause::OriginStandsForItsParts, "origin_stands_for_its_parts"}),
    [](const auto& instance) { return std::string(instance.param.name); });

}  // namespace
}  // namespace treatygraph::queries
