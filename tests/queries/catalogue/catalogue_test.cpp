#include "queries/catalogue/catalogue.h"

#include <set>

#include <gmock/gmock.h>

#include "tests/support/drawing.h"

namespace treatygraph::queries {
namespace {

using ::testing::AllOf;
using testing::graph_of;
using ::testing::HasSubstr;

std::string refusal(std::string_view question, const Parameters& parameters) {
  const auto graph = graph_of(
      "t:art_1 -REFERS_TO-> t:art_2 mode=refers_to basis=curated\nstate:AAA -SIGNED-> treaty:t date=2020-01-01");
  const auto answer = ask(*find_question(question), graph, parameters, Budget());
  return answer ? "answered" : answer.error().detail;
}

TEST(Catalogue, asks_what_its_parameters_say) {
  EXPECT_EQ(refusal("dependencies", {{"of", "t:art_1"}, {"direction", "in"}, {"level", "point"}, {"depth", "2"}}),
            "answered");
  EXPECT_EQ(refusal("neighborhood", {{"of", "t:art_1"}, {"types", "REFERS_TO,SIGNED"}}), "answered");
  EXPECT_EQ(refusal("treaties", {}), "answered");
  EXPECT_EQ(refusal("impact", {{"of", "t:art_1"}, {"level", "paragraph"}, {"why", "t:art_1"}}), "answered");
  EXPECT_EQ(refusal("coverage", {{"rows", "Article"}, {"columns", "t:art_2"}, {"only", "none"}}), "answered");
  EXPECT_EQ(refusal("cycles", {{"treaty", "t"}, {"of", "t:art_1"}, {"modes", "refers_to"}}), "answered");
  EXPECT_EQ(refusal("rank", {{"by", "betweenness"}, {"types", "REFERS_TO,SIGNED"}, {"limit", "5"}}), "answered");
}

TEST(Catalogue, names_what_is_wrong_and_what_may_stand_there) {
  EXPECT_THAT(refusal("dependencies", {{"of", "t:art_1"}, {"dept", "2"}}),
              AllOf(HasSubstr("dept"), HasSubstr("depth")));
  EXPECT_THAT(refusal("dependencies", {}), AllOf(HasSubstr("of"), HasSubstr("missing")));
  EXPECT_THAT(refusal("dependencies", {{"of", "t:art_1"}, {"depth", "two"}}), HasSubstr("whole number"));
  EXPECT_THAT(refusal("dependencies", {{"of", "t:art_1"}, {"direction", "up"}}), HasSubstr("out"));
  EXPECT_THAT(refusal("dependencies", {{"of", "t:art_1"}, {"level", "section"}}), HasSubstr("paragraph"));
  EXPECT_THAT(refusal("relationships", {{"key", "t:art_1"}, {"basis", "guessed"}}), HasSubstr("curated"));
  EXPECT_THAT(refusal("relationships", {{"key", "t:art_1"}, {"as_of", "yesterday"}}), HasSubstr("2026-03-01"));
  EXPECT_THAT(refusal("impact", {{"of", "t:art_1"}, {"why", "perhaps"}}), HasSubstr("true, or the key"));
  EXPECT_THAT(refusal("coverage", {{"only", "some"}}), HasSubstr("inherited"));
  EXPECT_THAT(refusal("compare", {{"left", "t"}}), HasSubstr("right"));
  EXPECT_THAT(refusal("compare", {{"left", "t"}, {"right", "t"}, {"view", "all"}}), HasSubstr("statements"));
  EXPECT_THAT(refusal("rank", {{"treaty", "u"}}), HasSubstr("t"));
  EXPECT_THAT(refusal("cycles", {{"modes", "likes"}}), HasSubstr("subject_to"));
  EXPECT_THAT(refusal("nodes", {{"limit", "0"}}), HasSubstr("at least 1"));
  EXPECT_THAT(refusal("nodes", {{"property", "kind"}}), HasSubstr("kind:chapter"));
  EXPECT_THAT(refusal("statements", {{"include", "everything"}}), HasSubstr("dependencies"));
}

TEST(Catalogue, warns_where_a_limit_is_lowered) {
  const auto graph = graph_of("t:art_1");
  const auto answer = *ask(*find_question("nodes"), graph, {{"limit", "99999"}}, Budget());
  ASSERT_EQ(answer.warnings.size(), 1U);
  EXPECT_THAT(answer.warnings[0], HasSubstr("1000"));
}

TEST(Catalogue, has_each_name_and_route_once) {
  std::set<std::string_view> names;
  std::set<std::string_view> routes;
  for (const auto& question : questions()) {
    EXPECT_TRUE(names.insert(question.name).second) << question.name;
    EXPECT_TRUE(routes.insert(question.route).second) << question.route;
    EXPECT_FALSE(question.summary.empty());
  }
}

}  // namespace
}  // namespace treatygraph::queries
