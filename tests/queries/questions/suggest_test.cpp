#include "queries/questions/suggest.h"

#include <gmock/gmock.h>

#include "tests/support/drawing.h"

namespace treatygraph::queries {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::StartsWith;

constexpr std::string_view kNamedThings = R"(
  treaty:lakes title="Convention on Lakes" aliases="LC" loaded=true
  lakes:art_1 heading="Protection of lakes"
  lakes:art_2 heading="Dredging" text="Each Party measures sediments."
  lakes:art_24__para_2
  lakes:art_25
  treaty:rivers title="Convention on Rivers" loaded=true
  rivers:art_2 heading="Lakes beside rivers"
  org:watch name="Lake Watch" aliases="LWA"
)";

std::vector<std::string> suggested(const Graph& graph, SuggestRequest request) {
  const auto answer = suggest(graph, request);
  EXPECT_TRUE(answer) << (answer ? "" : answer.error().detail);
  std::vector<std::string> all;
  if (!answer) return all;
  for (const auto& one : answer->suggestions) {
    all.push_back(std::string(name_of(one.kind)) + " " + (one.node ? std::string(graph.key(*one.node)) : one.text));
  }
  return all;
}

TEST(Suggest, goes_on_with_names_from_any_of_their_words) {
  const auto graph = treatygraph::testing::graph_of(kNamedThings);
  EXPECT_THAT(suggested(graph, {"prot"}), Contains("name lakes:art_1"));
  EXPECT_THAT(suggested(graph, {"lak"}), AllOf(Contains("name lakes:art_1"), Contains("name org:watch"),
                                               Contains("name treaty:lakes"), Contains("name rivers:art_2")));
  EXPECT_THAT(suggested(graph, {"LWA"}), Contains("name org:watch"));
  EXPECT_THAT(suggested(graph, {"lakes prot"}), Contains("name lakes:art_1")) << "in any order";
  EXPECT_THAT(suggested(graph, {"dredgin"}), Contains("name lakes:art_2"));
}

TEST(Suggest, goes_on_with_citations_and_keys) {
  const auto graph = treatygraph::testing::graph_of(kNamedThings);
  const auto found = suggested(graph, {"art 2"});
  EXPECT_THAT(found, AllOf(Contains("citation lakes:art_2"), Contains("citation rivers:art_2"),
                           Contains("citation lakes:art_24"), Contains("citation lakes:art_25")));
  EXPECT_EQ(suggested(graph, {"24(2) lakes"}).front(), "citation lakes:art_24__para_2");
  EXPECT_THAT(suggested(graph, {"lakes:art_2"}), Each(StartsWith("key lakes:art_2")));
}

TEST(Suggest, goes_on_with_words_of_texts_and_corrects_slips) {
  const auto graph = treatygraph::testing::graph_of(kNamedThings);
  EXPECT_THAT(suggested(graph, {"measures sed"}), ElementsAre("word measures sediments"));
  EXPECT_THAT(suggested(graph, {"protecton"}), Contains("name lakes:art_1"));
}

TEST(Suggest, keeps_to_label_treaty_and_number) {
  const auto graph = treatygraph::testing::graph_of(kNamedThings);
  EXPECT_THAT(suggested(graph, {"lak", "Organization"}), ElementsAre("name org:watch"));
  EXPECT_THAT(suggested(graph, {"lak", "Article", "rivers"}), ElementsAre("name rivers:art_2"));
  EXPECT_THAT(suggested(graph, {"lak", "", "", 2}), SizeIs(2));
  EXPECT_FALSE(suggest(graph, {"lak", "Lake"}));
}

TEST(Suggest, survives_whatever_is_typed) {
  const auto graph = treatygraph::testing::graph_of(kNamedThings);
  for (const std::string& typed : {std::string(), std::string("("), std::string("\xff\xfe"), std::string(1'000, 'a'),
                                   std::string("art 99999999999999999"), std::string(":")}) {
    EXPECT_TRUE(suggest(graph, {typed})) << typed;
  }
  EXPECT_FALSE(suggest(graph, {std::string(5'000, 'a')}));
}

TEST(Suggest, text_finds_the_same_again) {
  const auto graph = treatygraph::testing::graph_of(kNamedThings);
  const auto answer = suggest(graph, {"rivers art 2"});
  ASSERT_TRUE(answer && !answer->suggestions.empty());
  EXPECT_THAT(suggested(graph, {answer->suggestions.front().text}), Contains("citation rivers:art_2"));
}

}  // namespace
}  // namespace treatygraph::queries
