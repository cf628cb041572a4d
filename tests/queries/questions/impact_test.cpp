#include "queries/questions/impact.h"

#include <map>
#include <set>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "graph/vocabulary.h"
#include "queries/catalogue/catalogue.h"
#include "queries/formats/render.h"
#include "tests/queries/oracle.h"
#include "tests/queries/questions/answered.h"
#include "tests/support/drawing.h"
#include "tests/support/random_graph.h"

namespace treatygraph::queries {
namespace {

using ::testing::AllOf;
using testing::answered;
using ::testing::ElementsAre;
using testing::graph_of;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::Oracle;
using ::testing::Pair;
using testing::Random;

using Keys = std::set<std::string>;

Impact ask_of(const Graph& graph, const ImpactRequest& request) {
  return answered(impact_of(graph, request, Budget()));
}

Impact ask_of(const Graph& graph, std::string key) {
  ImpactRequest request;
  request.of = std::move(key);
  return ask_of(graph, request);
}

std::map<std::string, std::string> cut_off(const Graph& graph, const Impact& impact) {
  std::map<std::string, std::string> found;
  for (const auto& cut : impact.cut_off.nodes) found.emplace(graph.key(cut.node), graph.key(cut.through));
  return found;
}

Keys gone(const Graph& graph, const Impact& impact) {
  Keys found;
  for (const auto& thing : impact.losses.gone) found.emplace(graph.key(thing.thing));
  return found;
}

constexpr std::string_view kInterwovenTreaty = R"(
  t:art_1__para_1 -REFERS_TO-> t:art_2__para_1 mode=subject_to quote="article 2, paragraph 1"
  t:art_2__para_1 -REFERS_TO-> t:art_3 mode=in_accordance_with quote="article 3"
  t:art_3 -REFERS_TO-> t:art_4 quote="article 4"
  t:art_1 -REFERS_TO-> t:art_5
  t:art_2__para_1 -REFERS_TO-> t:art_5
  t:art_2__para_1 -PROVIDES-> t:safeguard.review
  t:art_1 -PROVIDES-> t:safeguard.remedy
  t:art_4 -GRANTS-> t:power.search
  t:art_5 -GRANTS-> t:power.seizure
  t:safeguard.review -CONDITIONS-> t:power.search
  t:safeguard.review -CONDITIONS-> t:power.seizure
  t:safeguard.remedy -CONDITIONS-> t:art_5
  t:art_2__para_1 -DEFINES-> t:term.data
  t:art_4 -USES-> t:term.data quote="data"
  statement:one date=2023-05-01 summary="Asks to delete the paragraph."
  org:watch -MADE-> statement:one
  statement:one -ADDRESSES-> t:art_2__para_1 stance=opposes
  statement:two -ADDRESSES-> t:art_2__para_1 stance=supports
)";

TEST(Impact, names_the_words_that_would_dangle) {
  const auto graph = graph_of(kInterwovenTreaty);
  const auto impact = ask_of(graph, "t:art_2");
  ASSERT_EQ(impact.dangling.size(), 1U);
  EXPECT_EQ(graph.string(impact.dangling[0], property::kQuote), "article 2, paragraph 1");
}

TEST(Impact, follows_what_rests_on_it_all_the_way) {
  const auto graph = graph_of(kInterwovenTreaty);
  const auto impact = ask_of(graph, "t:art_4");
  EXPECT_EQ(impact.dependents.graph.nodes.size(), 4U);
  EXPECT_EQ(impact.dependents.chain_to(0).size(), 3U);
}

TEST(Impact, cuts_off_what_nothing_else_leads_to_and_says_through_what_it_was_reached) {
  const auto graph = graph_of(kInterwovenTreaty);
  const auto cut = cut_off(graph, ask_of(graph, "t:art_2"));
  EXPECT_EQ(cut.at("t:art_3"), "t:art_2");
  EXPECT_EQ(cut.at("t:art_4"), "t:art_3");
  EXPECT_EQ(cut.at("t:power.search"), "t:art_4");
  EXPECT_FALSE(cut.contains("t:art_5"));
  EXPECT_FALSE(cut.contains("t:power.seizure"));
}

TEST(Impact, a_reference_to_a_chapter_leads_to_all_that_stands_in_it) {
  const auto graph = graph_of(R"(
    t:art_1 -REFERS_TO-> t:chp_I__art_2
    t:art_3 -REFERS_TO-> t:chp_I
    t:art_1 -REFERS_TO-> t:chp_II__art_4
  )");
  EXPECT_THAT(cut_off(graph, ask_of(graph, "t:art_1")), ElementsAre(Pair("t:chp_II__art_4", "t:art_1")));
}

TEST(Impact, tells_who_loses_the_only_safeguard_and_who_loses_one_of_several) {
  const auto graph = graph_of(kInterwovenTreaty);
  const auto impact = ask_of(graph, "t:art_2");
  EXPECT_THAT(gone(graph, impact), ElementsAre("t:safeguard.review", "t:term.data"));
  ASSERT_EQ(impact.losses.safeguards.size(), 2U);
  EXPECT_EQ(graph.key(impact.losses.safeguards[0].node), "t:power.search");
  EXPECT_EQ(impact.losses.safeguards[0].left, 0U);
  EXPECT_EQ(graph.key(impact.losses.safeguards[1].node), "t:power.seizure");
  EXPECT_EQ(impact.losses.safeguards[1].left, 1U);
}

TEST(Impact, tells_which_uses_of_a_term_lose_its_definition) {
  const auto graph = graph_of(kInterwovenTreaty);
  const auto impact = ask_of(graph, "t:art_2");
  ASSERT_EQ(impact.losses.definitions.size(), 1U);
  EXPECT_EQ(graph.string(impact.losses.definitions[0].uses[0], property::kQuote), "data");
}

TEST(Impact, tells_who_asked_for_it) {
  const auto graph = graph_of(kInterwovenTreaty);
  const auto impact = ask_of(graph, "t:art_2");
  ASSERT_EQ(impact.objections.size(), 1U);
  EXPECT_EQ(graph.key(impact.objections[0].hit.statement), "statement:one");
  EXPECT_EQ(impact.objections[0].deletion, Objection::Deletion::AskedFor);
}

TEST(Impact, tells_of_all_who_objected_however_many) {
  std::string drawing(kInterwovenTreaty);
  constexpr int kMore = 1'200;
  for (int i = 0; i < kMore; ++i) drawing += fmt::format("statement:s{} -ADDRESSES-> t:art_3 stance=critical\n", i);
  EXPECT_EQ(ask_of(graph_of(drawing), "t:art_3").objections.size(), kMore);
}

TEST(Impact, does_not_take_a_word_on_one_of_many_provisions_for_a_word_on_each) {
  const auto graph = graph_of(std::string(kInterwovenTreaty) +
                              "statement:one -ADDRESSES-> t:art_3 stance=critical\n"
                              "statement:one -ADDRESSES-> t:art_4 stance=critical concern=scope;deletion\n");
  EXPECT_EQ(ask_of(graph, "t:art_3").objections.at(0).deletion, Objection::Deletion::Mentioned);
  EXPECT_EQ(ask_of(graph, "t:art_4").objections.at(0).deletion, Objection::Deletion::AskedFor);
}

TEST(Impact, counts_what_stands_beside_a_deleted_paragraph_as_outside) {
  const auto graph = graph_of(R"(
    t:art_1__para_1 -REFERS_TO-> t:art_2
    t:art_1__para_2 -REFERS_TO-> t:art_1__para_1
    t:art_1__para_2 -REFERS_TO-> t:art_3
    t:art_1__para_1 -REFERS_TO-> t:art_3
  )");
  const auto impact = ask_of(graph, "t:art_1__para_1");
  EXPECT_EQ(impact.dangling.size(), 1U);
  EXPECT_THAT(cut_off(graph, impact), ElementsAre(Pair("t:art_2", "t:art_1__para_1")));
}

TEST(Impact, is_reckoned_as_if_other_provisions_were_gone_already) {
  const auto graph = graph_of(kInterwovenTreaty);
  ImpactRequest request;
  request.of = "t:art_2";
  request.scope.without = {"t:art_1"};
  EXPECT_TRUE(cut_off(graph, ask_of(graph, request)).contains("t:art_5"));
}

TEST(Impact, says_why_nothing_breaks_and_what_to_ask_instead_of_a_safeguard) {
  const auto graph = graph_of(
      "t:art_1 -REFERS_TO-> t:art_2\nt:art_3 -REFERS_TO-> t:art_2\nt:art_1 -PROVIDES-> t:safeguard.s\n"
      "t:art_2 -PROVIDES-> t:safeguard.s");
  EXPECT_THAT(ask_of(graph, "t:art_3").explanation, HasSubstr("nothing breaks"));
  ImpactRequest request;
  request.of = "t:safeguard.s";
  EXPECT_THAT(impact_of(graph, request, Budget()).error().detail, HasSubstr("t:art_2"));
}

TEST(Impact, tells_only_what_is_asked_for_and_that_as_in_the_whole) {
  const auto graph = graph_of(kInterwovenTreaty);
  const auto whole = ask_of(graph, "t:art_2__para_1");
  const auto only = [&](std::vector<std::string> names) {
    ImpactRequest request;
    request.of = "t:art_2__para_1";
    request.only = std::move(names);
    return ask_of(graph, request);
  };
  EXPECT_EQ(only({"direct"}).dangling, whole.dangling);
  EXPECT_EQ(only({"transitive"}).dependents.graph.nodes, whole.dependents.graph.nodes);
  EXPECT_EQ(cut_off(graph, only({"cut_off"})), cut_off(graph, whole));
  EXPECT_EQ(gone(graph, only({"losses"})), gone(graph, whole));
  EXPECT_EQ(only({"losses"}).losses.safeguards.size(), whole.losses.safeguards.size());
  EXPECT_EQ(only({"statements"}).objections.size(), whole.objections.size());

  const auto statements = only({"statements"});
  EXPECT_TRUE(statements.dangling.empty() && statements.cut_off.nodes.empty() && statements.losses.gone.empty());
  EXPECT_EQ(statements.dependents.graph.nodes.size(), 1U);
  EXPECT_EQ(statements.explanation, "");
  const auto two = only({"direct", "cut_off"});
  EXPECT_EQ(two.dangling, whole.dangling);
  EXPECT_EQ(cut_off(graph, two), cut_off(graph, whole));
}

TEST(Impact, leaves_out_the_lists_that_are_not_asked_for) {
  const auto graph = graph_of(kInterwovenTreaty);
  const auto json = [&](std::string only) {
    const auto answer =
        *ask(*find_question("impact"), graph, {{"of", "t:art_2__para_1"}, {"only", std::move(only)}}, Budget());
    return *formats::render(graph, answer, formats::Format::Json);
  };
  EXPECT_THAT(json("direct"),
              AllOf(HasSubstr("\"dangling\":[{"), Not(HasSubstr("\"dependents\"")), Not(HasSubstr("\"cut_off\"")),
                    Not(HasSubstr("\"gone\"")), Not(HasSubstr("\"objections\""))));
  EXPECT_THAT(json("losses,statements"),
              AllOf(HasSubstr("\"gone\":[{"), HasSubstr("\"objections\":[{"), Not(HasSubstr("\"dangling\""))));
  const auto refused = ask(*find_question("impact"), graph, {{"of", "t:art_1"}, {"only", "indirect"}}, Budget());
  EXPECT_THAT(refused.error().detail, AllOf(HasSubstr("indirect"), HasSubstr("direct")));
}

TEST(Impact, says_that_nothing_of_what_is_asked_for_breaks) {
  ImpactRequest request;
  request.of = "t:art_1";
  request.only = {"direct"};
  EXPECT_THAT(ask_of(graph_of(kInterwovenTreaty), request).explanation, HasSubstr("direct"));
}

TEST(Impact, is_told_in_sentences) {
  const auto graph = graph_of(kInterwovenTreaty);
  const auto answer = ask(*find_question("impact"), graph, {{"of", "t:art_3"}, {"why", "t:art_1"}}, Budget());
  ASSERT_TRUE(answer);
  ASSERT_EQ(answer->why.size(), 1U);
  EXPECT_THAT(answer->why[0].sentences,
              ElementsAre("Article 1(1) rests on article 2(1): “article 2, paragraph 1” (subject to)",
                          "Article 2(1) rests on article 3: “article 3” (in accordance with)"));
}

/// What is lost, found by deleting the node and walking again.
class SlowImpact {
 public:
  SlowImpact(const Oracle& oracle, const ImpactRequest& request)
      : oracle_(oracle), of_(request.of), level_(name_of(request.level)) {
    for (const auto& r : oracle.records().relationships) {
      const bool carries = r.type == "ESTABLISHES" || r.type == "GRANTS" || r.type == "PROVIDES" || r.type == "DEFINES";
      if (carries) carried_.emplace(r.from, r.to);
      if (r.type == "REFERS_TO") references_.emplace(r.from, r.to);
    }
    for (const auto& node : oracle.records().nodes) leads_[node.key] = leads(node.key);
  }

  /// As it is shown at the level.
  [[nodiscard]] std::map<std::string, std::string> cut_off() const {
    const auto led_to = reached({of_}, {});
    const auto reached_otherwise = reached(origins(led_to), {of_});
    Keys cut;
    for (const auto& key : led_to) {
      if (key != of_ && !reached_otherwise.contains(key)) cut.insert(key);
    }
    std::map<std::string, std::string> shown;
    for (const auto& node : oracle_.records().nodes) {
      if (!cut.contains(node.key)) continue;
      const auto dominator = immediate_dominator(node.key, cut);
      shown.emplace(shown_as(node.key, cut), dominator == of_ ? of_ : shown_as(dominator, cut));
    }
    return shown;
  }

  [[nodiscard]] Keys gone() const {
    Keys things;
    for (const auto& [carrier, thing] : carried_) {
      if (oracle_.within(carrier, of_)) things.insert(thing);
    }
    for (const auto& [carrier, thing] : carried_) {
      if (!oracle_.within(carrier, of_)) things.erase(thing);
    }
    return things;
  }

  /// Safeguards on a node or above it.
  [[nodiscard]] Keys safeguards(const std::string& node) const {
    Keys places = {node};
    for (const auto& whole : oracle_.above(node)) places.insert(whole);
    for (const auto& [carrier, thing] : carried_) {
      if (thing != node) continue;
      places.insert(carrier);
      for (const auto& whole : oracle_.above(carrier)) places.insert(whole);
    }
    Keys found;
    for (const auto& r : oracle_.records().relationships) {
      if (r.type == "CONDITIONS" && places.contains(r.to)) found.insert(r.from);
    }
    return found;
  }

  [[nodiscard]] std::map<std::string, std::size_t> safeguards_lost() const {
    const auto going = gone();
    std::map<std::string, std::size_t> lost;
    for (const auto& node : oracle_.records().nodes) {
      const bool of_interest = oracle_.is(node.key, "Power") || oracle_.is(node.key, "Offence") ||
                               (oracle_.is(node.key, "Provision") && oracle_.at_level(node.key, level_) == node.key);
      if (oracle_.within(node.key, of_) || going.contains(node.key)) continue;
      const auto before = safeguards(node.key);
      auto after = before;
      for (const auto& key : going) after.erase(key);
      const bool itself = std::ranges::any_of(oracle_.records().relationships, [&](const RelationshipRecord& r) {
        return r.type == "CONDITIONS" && r.to == node.key && going.contains(r.from);
      });
      if (itself || (of_interest && after.empty() && !before.empty())) lost[node.key] = after.size();
    }
    return lost;
  }

  [[nodiscard]] std::map<std::string, std::size_t> definitions_lost() const {
    const auto going = gone();
    std::map<std::string, std::size_t> lost;
    for (const auto& r : oracle_.records().relationships) {
      if (r.type == "USES" && going.contains(r.to) && !oracle_.within(r.from, of_)) ++lost[r.to];
    }
    return lost;
  }

  [[nodiscard]] std::size_t dangling() const {
    return static_cast<std::size_t>(std::ranges::count_if(oracle_.records().relationships, [&](const auto& r) {
      return r.type == "REFERS_TO" && oracle_.within(r.to, of_) && !oracle_.within(r.from, of_);
    }));
  }

 private:
  [[nodiscard]] std::string stands_for(const std::string& key) const { return oracle_.within(key, of_) ? of_ : key; }

  /// All that is read with the target of a reference.
  [[nodiscard]] Keys read(const std::string& target) const {
    if (oracle_.within(target, of_)) return {of_};
    Keys found = {target};
    if (!oracle_.is_read(target)) return found;
    for (const auto& key : oracle_.read(target)) found.insert(stands_for(key));
    return found;
  }

  [[nodiscard]] Keys leads(const std::string& from) const {
    Keys to;
    if (oracle_.is(from, "Treaty")) return to;
    for (const auto& [source, target] : references_) {
      if (stands_for(source) == from) to.merge(read(target));
    }
    for (const auto& [carrier, thing] : carried_) {
      if (stands_for(carrier) == from) to.insert(thing);
    }
    for (const auto& node : oracle_.records().nodes) {
      const bool is_part = from != of_ && oracle_.is(from, "Division") && oracle_.within(node.key, from);
      if (is_part) to.insert(stands_for(node.key));
    }
    to.erase(from);
    return to;
  }

  [[nodiscard]] std::string shown_as(const std::string& key, const Keys& cut) const {
    const auto group = oracle_.at_level(key, level_);
    return is_partly_kept(group, cut) ? key : group;
  }
  /// Whether something else leads to a part of `group`.
  [[nodiscard]] bool is_partly_kept(const std::string& group, const Keys& cut) const {
    return std::ranges::any_of(oracle_.records().nodes, [&](const NodeRecord& node) {
      if (!oracle_.within(node.key, group) || cut.contains(node.key)) return false;
      const bool is_led_to = std::ranges::any_of(leads_, [&](const auto& entry) {
        const auto& [from, to] = entry;
        return from != node.key && to.contains(node.key) && (!oracle_.is(from, "Division") || is_referred_to(from));
      });
      return is_led_to || (node.key != of_ && oracle_.within(of_, node.key));
    });
  }
  [[nodiscard]] bool is_referred_to(const std::string& division) const {
    return std::ranges::any_of(references_, [&](const auto& reference) {
      return reference.second == division && reference.first != division;
    });
  }

  [[nodiscard]] Keys reached(const Keys& from, const Keys& closed) const {
    Keys found;
    Keys open = from;
    while (!open.empty()) {
      const auto key = *open.begin();
      open.erase(open.begin());
      if (closed.contains(key) || !found.insert(key).second) continue;
      open.insert(leads_.at(key).begin(), leads_.at(key).end());
    }
    return found;
  }

  /// What is referred to or carried outside, and the containers of `of`.
  [[nodiscard]] Keys origins(const Keys& led_to) const {
    Keys found;
    const auto outside = [&](const std::string& key) { return !led_to.contains(stands_for(key)); };
    for (const auto& [source, target] : references_) {
      if (!outside(source)) continue;
      auto led = read(target);
      led.erase(source);
      found.merge(led);
    }
    for (const auto& [carrier, thing] : carried_) {
      if (outside(carrier)) found.insert(thing);
    }
    for (const auto& whole : oracle_.above(of_)) {
      if (led_to.contains(whole)) found.insert(whole);
    }
    return found;
  }

  [[nodiscard]] Keys dominators(const std::string& key, const Keys& cut) const {
    Keys found;
    for (const auto& other : cut) {
      if (other != key && !reached({of_}, {other}).contains(key)) found.insert(other);
    }
    return found;
  }

  /// The dominator that all others dominate.
  [[nodiscard]] std::string immediate_dominator(const std::string& key, const Keys& cut) const {
    const auto all = dominators(key, cut);
    for (const auto& candidate : all) {
      if (dominators(candidate, cut).size() + 1 == all.size()) return candidate;
    }
    return of_;
  }

  const Oracle& oracle_;
  std::string of_;
  std::string level_;
  std::set<std::pair<std::string, std::string>> carried_;
  std::multiset<std::pair<std::string, std::string>> references_;
  std::map<std::string, Keys> leads_;
};

TEST(Impact, equals_deleting_and_looking_again_on_a_thousand_random_graphs) {
  for (std::uint64_t seed = 0; seed < 1'000; ++seed) {
    const auto records = testing::random_records(seed);
    const auto graph = graph_of(records);
    const Oracle oracle(records);
    Random random(seed);
    ImpactRequest request;
    request.of = random.one_of(oracle.provisions());
    request.level = static_cast<Level>(random.below(4));
    const auto impact = ask_of(graph, request);
    const SlowImpact slow(oracle, request);
    const auto trace = fmt::format("seed {} of {} at {}", seed, request.of, name_of(request.level));
    auto expected = slow.cut_off();
    for (const auto& key : slow.gone()) expected.erase(key);
    ASSERT_EQ(cut_off(graph, impact), expected) << trace;
    ASSERT_EQ(gone(graph, impact), slow.gone()) << trace;
    ASSERT_EQ(impact.dangling.size(), slow.dangling()) << trace;
    std::map<std::string, std::size_t> safeguards;
    for (const auto& lost : impact.losses.safeguards) safeguards.emplace(graph.key(lost.node), lost.left);
    ASSERT_EQ(safeguards, slow.safeguards_lost()) << trace;
    std::map<std::string, std::size_t> definitions;
    for (const auto& lost : impact.losses.definitions) definitions.emplace(graph.key(lost.term), lost.uses.size());
    ASSERT_EQ(definitions, slow.definitions_lost()) << trace;
  }
}

}  // namespace
}  // namespace treatygraph::queries
