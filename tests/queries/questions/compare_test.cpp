#include "queries/questions/compare.h"

#include <map>

#include <fmt/ranges.h>
#include <gmock/gmock.h>

#include "graph/vocabulary.h"
#include "tests/queries/oracle.h"
#include "tests/queries/questions/answered.h"
#include "tests/support/drawing.h"
#include "tests/support/random_graph.h"

namespace treatygraph::queries {
namespace {

using testing::answered;
using ::testing::ElementsAre;
using testing::graph_of;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::keys;
using testing::Oracle;
using testing::Random;

Comparison ask(const Graph& graph, const CompareRequest& request) {
  return answered(compare(graph, request, Budget()));
}

CompareRequest versions() {
  CompareRequest request;
  request.left = "t@2023";
  request.right = "t";
  return request;
}

constexpr std::string_view kTwoVersions = R"(
  t@2023:art_1 text="States shall cooperate."
  t@2023:art_2 text="States may search data, subject to article 3."
  t@2023:art_3 text="Left out later."
  t:art_1 text="States shall cooperate."
  t:art_2 text="Parties may search electronic data, subject to article 4."
  t:art_4 text="Review."
  t@2023:art_1 -CORRESPONDS_TO-> t:art_1 relation=equivalent confidence=high
  t@2023:art_2 -CORRESPONDS_TO-> t:art_2 relation=equivalent confidence=medium
  t@2023:art_2 -REFERS_TO-> t@2023:art_1 mode=subject_to
  t:art_2 -REFERS_TO-> t:art_1 mode=refers_to
  t@2023:art_1 -REFERS_TO-> t@2023:art_3
  t:art_4 -REFERS_TO-> t:art_2
  t@2023:art_2 -GRANTS-> t@2023:power.search
  t:art_2 -GRANTS-> t:power.search
  t:art_4 -PROVIDES-> t:safeguard.review
  statement:one -ADDRESSES-> t@2023:art_2 stance=critical confidence=high
)";

TEST(Compare, tells_what_corresponds_what_changed_and_what_is_missing) {
  const auto graph = graph_of(kTwoVersions);
  const auto answer = ask(graph, versions());
  ASSERT_EQ(answer.pairs.size(), 2U);
  EXPECT_FALSE(answer.pairs[0].changed);
  EXPECT_TRUE(answer.pairs[0].is_verbatim());
  EXPECT_TRUE(answer.pairs[1].changed);
  EXPECT_TRUE(answer.pairs[1].is_adapted());
  EXPECT_THAT(keys(graph, answer.missing_right), ElementsAre("t@2023:art_3"));
  EXPECT_THAT(keys(graph, answer.missing_left), ElementsAre("t:art_4"));
}

TEST(Compare, shows_the_words_that_differ) {
  const auto graph = graph_of(kTwoVersions);
  const auto words = ask(graph, versions()).pairs.at(1).words;
  ASSERT_TRUE(words);
  ASSERT_GE(words->runs.size(), 3U);
  EXPECT_EQ(words->runs[0].words, "States");
  EXPECT_EQ(words->runs[1].words, "Parties");
  EXPECT_EQ(words->runs[2].words, "may search");
}

TEST(Compare, pairs_the_same_numbers_of_versions_that_nobody_has_connected) {
  const auto graph = graph_of(R"(
    t@2023:art_1 text="States shall cooperate."
    t@2023:art_2 text="States may search."
    t@2023:art_3
    t:art_1 text="States shall cooperate."
    t:art_2 text="Parties may search."
    t:art_3 text="Review."
  )");
  const auto answer = ask(graph, versions());
  ASSERT_EQ(answer.pairs.size(), 2U) << "article 3 has no words on the left";
  EXPECT_FALSE(answer.pairs[0].changed);
  EXPECT_TRUE(answer.pairs[1].changed);
  EXPECT_THAT(answer.pairs[1].relations, ElementsAre("same_number"));
  EXPECT_THAT(answer.explanation, HasSubstr("so one that was renumbered is paired with another"));
}

constexpr std::string_view kTwoTexts = R"(
  wells:art_1 heading="Aim" text="This Pact applies to wells."
  wells:art_2 heading="Duties" text="Each Party shall keep its wells clean and covered."
  wells:art_3 heading="Reports" text="Reports are due each year."
  wells:art_4 heading="Disputes" text="Disputes are settled by talks under article 3."
  wells2:art_1 heading="Aim" text="This Pact applies to wells and springs."
  wells2:art_2 heading="Duties" text="Each Party shall keep its wells and springs clean and covered."
  wells2:art_2bis heading="Funds" text="A fund pays for the lids."
  wells2:art_3 heading="Reports" text="Reports are due every two years."
  wells2:art_4 text="Repealed."
  wells2:art_5 heading="Disputes" text="Disputes are settled by talks under article 3."
  other:art_1 heading="Aim" text="Trains run on rails."
)";

std::vector<std::string> beside(const Graph& graph, const Comparison& answer) {
  std::vector<std::string> lines;
  for (const auto& pair : answer.pairs) {
    lines.push_back(fmt::format("{} {}{} {}", graph.key(pair.left), graph.key(pair.right),
                                pair.changed ? " changed" : "", fmt::join(pair.relations, ",")));
  }
  return lines;
}

TEST(Compare, sets_treaties_that_nobody_has_tied_beside_each_other_by_their_words) {
  const auto graph = graph_of(kTwoTexts);
  CompareRequest request;
  request.left = "wells";
  request.right = "wells2";
  const auto answer = ask(graph, request);
  EXPECT_THAT(beside(graph, answer),
              ElementsAre("wells:art_1 wells2:art_1 changed same_words", "wells:art_2 wells2:art_2 changed same_words",
                          "wells:art_3 wells2:art_3 changed same_words", "wells:art_4 wells2:art_5 same_words"));
  EXPECT_THAT(keys(graph, answer.missing_left), ElementsAre("wells2:art_2bis", "wells2:art_4"));
  EXPECT_THAT(answer.missing_right, IsEmpty());
  EXPECT_THAT(answer.explanation, HasSubstr("by the words that they have in common"));
}

TEST(Compare, says_that_nothing_tells_which_provision_stands_for_which) {
  const auto graph = graph_of(kTwoTexts);
  CompareRequest request;
  request.left = "wells";
  request.right = "other";
  const auto answer = ask(graph, request);
  EXPECT_THAT(answer.pairs, IsEmpty());
  EXPECT_EQ(answer.missing_right.size(), 4U);
  EXPECT_THAT(answer.explanation, HasSubstr("nothing says which provisions correspond"));
}

TEST(Compare, keeps_the_relations_that_were_asked_for) {
  const auto graph = graph_of(kTwoVersions);
  auto request = versions();
  request.relations = {"missing", "adapted"};
  const auto answer = ask(graph, request);
  ASSERT_EQ(answer.pairs.size(), 1U);
  EXPECT_EQ(graph.key(answer.pairs[0].left), "t@2023:art_2");
  EXPECT_EQ(answer.missing_left.size(), 1U);
  request.relations = {"verbatim"};
  EXPECT_THAT(ask(graph, request).missing_left, IsEmpty());
}

TEST(Compare, of_one_provision_carries_what_was_said_about_it) {
  const auto graph = graph_of(kTwoVersions);
  auto request = versions();
  request.of = "art_2";
  const auto answer = ask(graph, request);
  EXPECT_EQ(answer.pairs.size(), 1U);
  EXPECT_THAT(answer.missing_right, IsEmpty());
  ASSERT_EQ(answer.carried.size(), 1U);
  EXPECT_EQ(graph.key(answer.carried[0].to), "t:art_2");
  EXPECT_EQ(answer.carried[0].confidence, "medium");
}

TEST(Compare, tells_relationships_lost_gained_and_retyped) {
  const auto graph = graph_of(kTwoVersions);
  auto request = versions();
  request.view = CompareRequest::View::Relationships;
  const auto changes = ask(graph, request).changes;
  ASSERT_EQ(changes.lost.size(), 1U);
  EXPECT_EQ(graph.key(changes.lost[0].to), "t@2023:art_3");
  ASSERT_EQ(changes.retyped.size(), 1U);
  EXPECT_EQ(graph.string(changes.retyped[0].right.stored[0], property::kMode), "refers_to");
  EXPECT_EQ(changes.gained.size(), 2U);
  EXPECT_EQ(changes.kept, 1U);
  request.label = "Safeguard";
  const auto safeguards = ask(graph, request).changes;
  ASSERT_EQ(safeguards.gained.size(), 1U);
  EXPECT_EQ(graph.key(safeguards.gained[0].to), "t:safeguard.review");
}

TEST(Compare, says_when_one_side_does_not_hold_what_is_compared) {
  const auto graph = graph_of(
      "t:art_1 -ESTABLISHES-> t:offence.o\nu:art_1 -CORRESPONDS_TO-> t:art_1 relation=equivalent\n"
      "t:art_2 -ESTABLISHES-> t:offence.p\nu:art_2");
  CompareRequest request;
  request.left = "u";
  request.right = "t";
  request.label = "Offence";
  const auto answer = ask(graph, request);
  EXPECT_EQ(answer.pairs.size(), 1U);
  EXPECT_THAT(keys(graph, answer.missing_left), ElementsAre("t:offence.p"));
  EXPECT_THAT(answer.missing_right, IsEmpty());
  EXPECT_THAT(answer.explanation, HasSubstr("u has no Offence"));
}

TEST(Compare, names_what_is_wrong) {
  const auto graph = graph_of(kTwoVersions);
  auto request = versions();
  request.left = "t@2024";
  EXPECT_THAT(compare(graph, request, Budget()).error().detail, HasSubstr("t@2023"));
  request = versions();
  request.of = "art_9";
  EXPECT_THAT(compare(graph, request, Budget()).error().detail, HasSubstr("t:art_"));
  EXPECT_THAT(view_called("edges").error().detail, HasSubstr("relationships"));
}

TEST(WordDifference, equals_all_ways_of_striking_words_on_random_texts) {
  Random random(1);
  for (int i = 0; i < 300; ++i) {
    std::vector<std::vector<std::string>> texts(2);
    for (auto& text : texts) {
      for (std::size_t n = random.below(9); n > 0; --n) text.emplace_back(1, static_cast<char>('a' + random.below(3)));
    }
    std::size_t longest = 0;
    for (unsigned mask = 0; mask < 1U << texts[0].size(); ++mask) {
      std::size_t at = 0;
      std::size_t taken = 0;
      bool fits = true;
      for (std::size_t w = 0; w < texts[0].size() && fits; ++w) {
        if ((mask >> w & 1U) == 0) continue;
        while (at < texts[1].size() && texts[1][at] != texts[0][w]) ++at;
        fits = at++ < texts[1].size();
        taken += fits ? 1 : 0;
      }
      if (fits) longest = std::max(longest, taken);
    }
    const auto difference =
        word_difference(fmt::format("{}", fmt::join(texts[0], " ")), fmt::format("{}", fmt::join(texts[1], " ")));
    ASSERT_TRUE(difference);
    const auto all = texts[0].size() + texts[1].size();
    EXPECT_DOUBLE_EQ(difference->similarity,
                     all == 0 ? 1 : 2.0 * static_cast<double>(longest) / static_cast<double>(all));
    std::string left;
    std::string right;
    for (const auto& [kind, words] : difference->runs) {
      if (kind != WordDifference::Kind::RightOnly) left += (left.empty() ? "" : " ") + words;
      if (kind != WordDifference::Kind::LeftOnly) right += (right.empty() ? "" : " ") + words;
    }
    EXPECT_EQ(left, fmt::format("{}", fmt::join(texts[0], " ")));
    EXPECT_EQ(right, fmt::format("{}", fmt::join(texts[1], " ")));
  }
}

TEST(WordDifference, does_not_hear_case_and_punctuation) {
  EXPECT_EQ(word_difference("Each Party, shall (act).", "each party shall act")->similarity, 1.0);
}

TEST(WordDifference, refuses_what_would_cost_too_much) {
  std::string words;
  for (int i = 0; i < 4'000; ++i) words += "word ";
  EXPECT_FALSE(word_difference(words, words));
}

using Keys = std::set<std::string>;
using Pairs = std::set<std::pair<std::string, std::string>>;

/// The header of correspondence.h, sentence by sentence.
class SlowComparison {
 public:
  SlowComparison(const Oracle& oracle, const CompareRequest& request)
      : oracle_(oracle), left_(side(request.left, request.label)), right_(side(request.right, request.label)) {
    for (const auto& r : oracle.records().relationships) {
      if (r.type != "CORRESPONDS_TO") continue;
      if (is_of(r.from, request.left) && is_of(r.to, request.right)) add(r.from, r.to);
      if (is_of(r.to, request.left) && is_of(r.from, request.right)) add(r.to, r.from);
    }
  }

  [[nodiscard]] const Pairs& pairs() const { return pairs_; }
  [[nodiscard]] Keys missing_right() const { return missing(left_, true); }
  [[nodiscard]] Keys missing_left() const { return missing(right_, false); }

 private:
  struct Side {
    Keys nodes;
    bool has_label = true;
  };

  static bool is_of(const std::string& key, const std::string& version) { return key.starts_with(version + ":"); }

  [[nodiscard]] Side side(const std::string& version, const std::string& label) const {
    Side found;
    for (const auto& node : oracle_.records().nodes) {
      if (is_of(node.key, version) && oracle_.is(node.key, label)) found.nodes.insert(node.key);
    }
    if (!found.nodes.empty()) return found;
    found.has_label = false;
    for (const auto& node : oracle_.records().nodes) {
      if (is_of(node.key, version) && oracle_.is(node.key, "Article")) found.nodes.insert(node.key);
    }
    return found;
  }

  /// Whether a correspondence that ends on `end` speaks of `node`.
  [[nodiscard]] bool speaks(const std::string& end, const std::string& node) const {
    const auto of_provision = [&](const std::string& provision) {
      return oracle_.within(end, provision) || (oracle_.within(provision, end) && !oracle_.is(end, "Division"));
    };
    if (oracle_.is(node, "Provision")) return of_provision(node);
    return std::ranges::any_of(oracle_.records().relationships, [&](const RelationshipRecord& r) {
      const bool carries = r.type == "ESTABLISHES" || r.type == "GRANTS" || r.type == "PROVIDES" || r.type == "DEFINES";
      return carries && r.to == node && of_provision(r.from);
    });
  }

  [[nodiscard]] Keys spoken_of(const std::string& end, const Side& side) const {
    Keys found;
    for (const auto& node : side.nodes) {
      if (speaks(end, node)) found.insert(node);
    }
    if (found.empty()) found.insert(end);
    return found;
  }

  void add(const std::string& left, const std::string& right) {
    for (const auto& one : spoken_of(left, left_)) {
      for (const auto& other : spoken_of(right, right_)) pairs_.emplace(one, other);
    }
  }

  [[nodiscard]] Keys missing(const Side& side, bool is_left) const {
    if (!side.has_label) return {};
    auto left_over = side.nodes;
    for (const auto& [left, right] : pairs_) left_over.erase(is_left ? left : right);
    return left_over;
  }

  const Oracle& oracle_;
  Side left_;
  Side right_;
  Pairs pairs_;
};

TEST(Compare, equals_its_definition_on_a_thousand_random_graphs) {
  std::size_t met = 0;
  for (std::uint64_t seed = 0; seed < 1'600; ++seed) {
    const auto records = testing::random_records(seed);
    const auto graph = graph_of(records);
    if (!graph.find("treaty:two")) continue;
    const Oracle oracle(records);
    Random random(seed);
    CompareRequest request;
    request.left = random.chance(50) ? "one" : "two";
    request.right = request.left == "one" ? "two" : "one";
    const std::vector<std::string> labels = {"Article", "Paragraph", "Point", "Offence", "Power"};
    request.label = random.one_of(labels);
    const auto answer = ask(graph, request);
    const SlowComparison slow(oracle, request);
    Pairs pairs;
    for (const auto& pair : answer.pairs) pairs.emplace(graph.key(pair.left), graph.key(pair.right));
    ASSERT_EQ(pairs, slow.pairs()) << seed << " " << request.label;
    const auto right = keys(graph, answer.missing_right);
    const auto left = keys(graph, answer.missing_left);
    ASSERT_EQ(Keys(right.begin(), right.end()), slow.missing_right()) << seed << " " << request.label;
    ASSERT_EQ(Keys(left.begin(), left.end()), slow.missing_left()) << seed << " " << request.label;
    ++met;
  }
  EXPECT_GE(met, 1'000U);
}

/// Relationships told one by one: which of one version has a counterpart in the other.
TEST(Compare, of_relationships_equals_its_definition_on_a_thousand_random_graphs) {
  std::map<std::string, std::size_t> met;
  for (std::uint64_t seed = 0; seed < 3'200; ++seed) {
    auto records = testing::random_records(seed);
    if (std::ranges::none_of(records.nodes, [](const auto& node) { return node.key == "treaty:one@2020"; })) continue;
    // The same numbers mean the same articles, so that much corresponds.
    for (int article = 1; article <= 4; ++article) {
      const auto key = [&](const char* slug) { return fmt::format("{}:art_{}", slug, article); };
      const auto has = [&](const std::string& k) {
        return std::ranges::any_of(records.nodes, [&](const auto& node) { return node.key == k; });
      };
      if (has(key("one")) && has(key("one@2020"))) {
        records.relationships.push_back({"CORRESPONDS_TO", key("one@2020"), key("one"), {{"relation", "equivalent"}}});
      }
    }
    const auto graph = graph_of(records);
    const Oracle oracle(records);
    CompareRequest request;
    request.left = "one@2020";
    request.right = "one";
    request.view = CompareRequest::View::Relationships;
    request.limit = 10'000;
    auto articles = request;
    articles.view = CompareRequest::View::Provisions;
    const auto pairs = SlowComparison(oracle, articles).pairs();

    using Ends = std::tuple<std::string, std::string, std::string>;
    std::map<Ends, Keys> left;
    std::map<Ends, Keys> right;
    for (const auto& r : records.relationships) {
      static const Keys compared = {"REFERS_TO", "ESTABLISHES", "GRANTS", "PROVIDES", "DEFINES", "USES", "CONDITIONS"};
      if (!compared.contains(r.type)) continue;
      const Ends ends = {r.type, oracle.at_level(r.from, "article"), oracle.at_level(r.to, "article")};
      if (std::get<1>(ends) == std::get<2>(ends)) continue;
      if (r.from.starts_with("one@2020:")) left[ends].insert(Oracle::text(r.properties, "mode"));
      if (r.from.starts_with("one:")) right[ends].insert(Oracle::text(r.properties, "mode"));
    }
    const auto same = [&](const std::string& l, const std::string& r) {
      if (pairs.contains({l, r})) return true;
      const bool l_is_own = l.starts_with("one@2020:");
      if (!l_is_own && !r.starts_with("one:")) return l == r;
      const bool l_has = std::ranges::any_of(pairs, [&](const auto& pair) { return pair.first == l; });
      const bool r_has = std::ranges::any_of(pairs, [&](const auto& pair) { return pair.second == r; });
      return !l_has && !r_has && !oracle.is(l, "Article") && l_is_own && r == "one" + l.substr(8);
    };
    std::set<Ends> lost;
    std::set<Ends> retyped;
    std::set<Ends> gained;
    std::size_t kept = 0;
    for (const auto& [ends, modes] : left) {
      bool found = false;
      bool shares = false;
      for (const auto& [other, other_modes] : right) {
        const bool counterpart = std::get<0>(ends) == std::get<0>(other) &&
                                 same(std::get<1>(ends), std::get<1>(other)) &&
                                 same(std::get<2>(ends), std::get<2>(other));
        found |= counterpart;
        for (const auto& mode : modes) shares |= counterpart && other_modes.contains(mode);
      }
      if (!found) lost.insert(ends);
      if (found && !shares) retyped.insert(ends);
      kept += found && shares ? 1 : 0;
    }
    for (const auto& [ends, modes] : right) {
      const bool found = std::ranges::any_of(left, [&, &e = ends](const auto& other) {
        return std::get<0>(e) == std::get<0>(other.first) && same(std::get<1>(other.first), std::get<1>(e)) &&
               same(std::get<2>(other.first), std::get<2>(e));
      });
      if (!found) gained.insert(ends);
    }
    const auto changes = ask(graph, request).changes;
    const auto ends_of = [&](const ComparedRelationship& r) {
      return Ends(graph.types().name(r.type), graph.key(r.from), graph.key(r.to));
    };
    std::set<Ends> found_lost;
    std::set<Ends> found_gained;
    std::set<Ends> found_retyped;
    for (const auto& r : changes.lost) found_lost.insert(ends_of(r));
    for (const auto& r : changes.gained) found_gained.insert(ends_of(r));
    for (const auto& r : changes.retyped) found_retyped.insert(ends_of(r.left));
    ASSERT_EQ(found_lost, lost) << seed;
    ASSERT_EQ(found_gained, gained) << seed;
    ASSERT_EQ(found_retyped, retyped) << seed;
    ASSERT_EQ(changes.kept, kept) << seed;
    met["graphs"] += 1;
    met["kept"] += kept;
    met["retyped"] += retyped.size();
  }
  EXPECT_GE(met["graphs"], 1'000U);
  EXPECT_GT(met["kept"], 20U);
  EXPECT_GT(met["retyped"], 100U);
}

/// "left|right" of each row, "-" for the side that is missing.
std::vector<std::string> side_by_side(const Graph& graph, const Comparison& comparison) {
  std::vector<std::string> lines;
  const auto key = [&](const std::optional<NodeId>& node) { return node ? std::string(graph.key(*node)) : "-"; };
  for (const auto& row : comparison.rows) {
    lines.push_back(key(row.left) + "|" + key(row.right));
    EXPECT_EQ(row.pair.has_value(), row.left && row.right);
    if (!row.pair) continue;
    EXPECT_EQ(comparison.pairs[*row.pair].left, row.left);
    EXPECT_EQ(comparison.pairs[*row.pair].right, row.right);
  }
  return lines;
}

constexpr std::string_view kRenumbered = R"(
  t@2023:art_1 text="Ducks may swim."
  t@2023:art_2 text="Boats float."
  t@2023:art_3 text="Fish swim."
  t:art_1 text="Ducks shall swim."
  t:art_2 text="New."
  t:art_3 text="Fish swim."
  t:art_4 text="Last."
  t@2023:art_1 -CORRESPONDS_TO-> t:art_1 relation=equivalent
  t@2023:art_3 -CORRESPONDS_TO-> t:art_3 relation=equivalent
)";

TEST(Compare, lays_pairs_and_missing_ones_side_by_side) {
  const auto graph = graph_of(kRenumbered);
  const auto answer = ask(graph, versions());
  EXPECT_THAT(side_by_side(graph, answer),
              ElementsAre("t@2023:art_1|t:art_1", "-|t:art_2", "t@2023:art_2|-", "t@2023:art_3|t:art_3", "-|t:art_4"));
  EXPECT_EQ(answer.changed_count, 1U);
}

TEST(Compare, counts_what_it_cuts_off) {
  const auto graph = graph_of(kRenumbered);
  auto request = versions();
  request.limit = 1;
  const auto answer = ask(graph, request);
  EXPECT_TRUE(answer.truncated);
  EXPECT_EQ(answer.pair_count, 2U);
  EXPECT_EQ(answer.missing_left_count, 2U);
  EXPECT_EQ(answer.missing_right_count, 1U);
  EXPECT_THAT(side_by_side(graph, answer), ElementsAre("t@2023:art_1|t:art_1"));
}

}  // namespace
}  // namespace treatygraph::queries
