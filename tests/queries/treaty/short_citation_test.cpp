#include "queries/treaty/short_citation.h"

#include <map>
#include <string>

#include <gmock/gmock.h>

#include "tests/support/drawing.h"
#include "tests/support/random_graph.h"

namespace treatygraph::queries {
namespace {

using testing::graph_of;
using testing::Random;

std::string cited(std::string_view eid) {
  const auto parsed = Eid::parse(eid);
  EXPECT_TRUE(parsed) << eid;
  return parsed ? short_citation(*parsed) : "";
}

TEST(ShortCitation, is_as_footnotes_have_it) {
  EXPECT_EQ(cited("art_24"), "art. 24");
  EXPECT_EQ(cited("art_24__para_2"), "art. 24(2)");
  EXPECT_EQ(cited("art_28__para_3__point_d"), "art. 28(3)(d)");
  EXPECT_EQ(cited("art_40__para_3__point_a__point_ii"), "art. 40(3)(a)(ii)");
  EXPECT_EQ(cited("art_15__point_a"), "art. 15(a)");
  EXPECT_EQ(cited("art_8bis__para_1"), "art. 8bis(1)");
  EXPECT_EQ(cited("chp_IV"), "ch. IV");
  EXPECT_EQ(cited("part_II__sec_1"), "pt. II, sec. 1");
  EXPECT_EQ(cited("annex_I__art_2__para_3"), "annex I, art. 2(3)");
  EXPECT_EQ(cited("annex_III__para_4"), "annex III, para. 4");
  EXPECT_EQ(cited("preamble"), "Preamble");
  EXPECT_EQ(cited("preamble__recital_3"), "Preamble, recital 3");
}

TEST(ShortCitation, tells_a_numbered_point_of_an_article_from_its_paragraph) {
  EXPECT_EQ(cited("art_3__para_1"), "art. 3(1)");
  EXPECT_EQ(cited("art_3__point_1"), "art. 3, point 1");
  EXPECT_EQ(cited("art_3__para_a"), "art. 3, para. a");
}

/// Any eId of up to five steps.
std::string random_eid(Random& random) {
  constexpr std::array<std::string_view, 9> kSteps = {"part", "chp",   "sec",   "annex",  "art",
                                                      "para", "point", "title", "recital"};
  constexpr std::array<std::string_view, 5> kNums = {"1", "2", "a", "i", "II"};
  std::string eid;
  const auto steps = 1 + random.below(5);
  for (std::size_t i = 0; i < steps; ++i) {
    eid += (i == 0 ? "" : "__") + std::string(kSteps.at(random.below(kSteps.size()))) + "_" +
           std::string(kNums.at(random.below(kNums.size())));
  }
  return eid;
}

TEST(ShortCitation, of_two_provisions_is_never_the_same) {
  Random random(28);
  std::map<std::string, std::string> by_citation;
  for (int i = 0; i < 20'000; ++i) {
    const auto eid = random_eid(random);
    const auto [at, is_new] = by_citation.try_emplace(cited(eid), eid);
    EXPECT_EQ(at->second, eid) << at->first;
  }
}

TEST(ShortCitation, of_what_is_no_provision_is_empty) {
  const auto graph = graph_of("t:art_1 -ESTABLISHES-> t:offence.fraud\n");
  EXPECT_EQ(short_citation(graph, *graph.find("t:offence.fraud")), "");
  EXPECT_EQ(short_citation(graph, *graph.find("t:art_1")), "art. 1");
}

}  // namespace
}  // namespace treatygraph::queries
