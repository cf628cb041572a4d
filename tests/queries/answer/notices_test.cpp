#include "queries/answer/notices.h"

#include <gmock/gmock.h>

#include "queries/catalogue/catalogue.h"
#include "queries/formats/render.h"
#include "tests/support/drawing.h"

namespace treatygraph::queries {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using testing::graph_of;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr std::string_view kDrawing = R"(
  treaty:t loaded=true
  t:art_1 basis=curated
  t:art_1 -REFERS_TO-> t:art_2 mode=refers_to basis=curated
  t:art_1 -REFERS_TO-> treaty:cited mode=refers_to basis=curated
  treaty:cited loaded=false
  cited:art_5 loaded=false
  treaty:u loaded=true
  u:art_1 -CORRESPONDS_TO-> t:art_1 relation=equivalent basis=curated
  t:annex_I loaded=false
  state:AAA -SIGNED-> treaty:t date=2020-01-01
)";

std::vector<std::string> warnings(std::string_view question, const Parameters& parameters,
                                  std::string_view drawing = kDrawing) {
  const auto graph = graph_of(drawing);
  const auto answer = ask(*find_question(question), graph, parameters, Budget());
  EXPECT_TRUE(answer) << question << (answer ? "" : answer.error().detail);
  return answer ? answer->warnings : std::vector<std::string>();
}

TEST(Notices, tell_that_a_treaty_is_cited_and_not_loaded) {
  const auto told = ElementsAre(HasSubstr("cited is cited and not loaded"));
  EXPECT_THAT(warnings("dependencies", {{"of", "cited:art_5"}}), told);
  EXPECT_THAT(warnings("impact", {{"of", "cited:art_5"}}), told);
  EXPECT_THAT(warnings("treaty", {{"slug", "cited"}}), told);
  EXPECT_THAT(warnings("node", {{"key", "treaty:cited"}}), told);
  EXPECT_THAT(warnings("rank", {{"treaty", "cited"}}), ::testing::Contains(HasSubstr("cited and not loaded")));
  EXPECT_THAT(warnings("compare", {{"left", "cited"}, {"right", "t"}}), told);
  EXPECT_THAT(warnings("paths", {{"from", "t:art_1"}, {"to", "cited:art_5"}}), told);
}

TEST(Notices, tell_that_an_annex_is_cited_and_not_in_the_document) {
  EXPECT_THAT(warnings("dependencies", {{"of", "t:annex_I"}, {"direction", "in"}}),
              ElementsAre("t:annex_I is cited; the document that was read does not hold it"));
}

TEST(Notices, are_not_given_without_need) {
  EXPECT_THAT(warnings("dependencies", {{"of", "t:art_1"}}), IsEmpty());
  EXPECT_THAT(warnings("rank", {{"treaty", "t"}}), IsEmpty());
  EXPECT_THAT(warnings("compare", {{"left", "u"}, {"right", "t"}}), IsEmpty());
}

TEST(Notices, tell_that_nothing_of_the_kind_is_known_in_the_scope) {
  EXPECT_THAT(warnings("dependencies", {{"of", "t:art_1"}, {"basis", "extracted"}}),
              ElementsAre("no reference is known in t, read from a text: that nothing is found says nothing of the "
                          "treaty"));
  EXPECT_THAT(
      warnings("rank", {{"treaty", "t"}, {"basis", "extracted"}}),
      ElementsAre(HasSubstr("no reference is known in t, read from a text"), HasSubstr("all have the same score")));
  EXPECT_THAT(warnings("cycles", {{"basis", "extracted"}}), ElementsAre(HasSubstr("in any treaty, read from a text")));
  EXPECT_THAT(warnings("coverage", {{"rows", "t:art_1"}, {"columns", "t:art_2"}, {"basis", "extracted"}}),
              ElementsAre(HasSubstr("no safeguard or reference is known in t")));
  EXPECT_THAT(warnings("statements", {{"about", "t:art_1"}}), ElementsAre(HasSubstr("no statement is known in t:")));
  EXPECT_THAT(warnings("dependencies", {{"of", "u:art_1"}}), ElementsAre(HasSubstr("no reference is known in u:")))
      << "a treaty or a draft of which only the numbering is known";
}

TEST(Notices, tell_that_words_which_are_not_held_cannot_be_compared) {
  EXPECT_THAT(warnings("compare", {{"left", "u"}, {"right", "t"}, {"relation", "verbatim"}}),
              ElementsAre("there is no text of u and of t here: whether words are verbatim is not known"));
  constexpr std::string_view kTexts = R"(
    u:art_1 text="Parties shall cooperate."
    t:art_1 text="Parties shall cooperate."
    u:art_1 -CORRESPONDS_TO-> t:art_1 relation=equivalent
  )";
  EXPECT_THAT(warnings("compare", {{"left", "u"}, {"right", "t"}, {"relation", "verbatim"}}, kTexts), IsEmpty());
}

TEST(Notices, tell_why_participation_is_unknown_and_what_contradicts_it) {
  EXPECT_THAT(warnings("participation", {{"slug", "u"}}),
              ElementsAre("u: no signature and no consent to be bound is known"));
  EXPECT_THAT(
      warnings("participation", {{"slug", "t"}}, R"(
    treaty:t ratifications_needed=3 entry_into_force_days=30
    state:AAA -RATIFIED-> treaty:t date=2020-01-01 kind=domestic
    event:digest treaty=t date=2020-02 ratifications_reported=2
  )"),
      ElementsAre(HasSubstr("tells of 2 ratifications; 1 are listed by then"), HasSubstr("1 consented at home")));
}

TEST(Notices, stand_in_json_and_on_pages) {
  const auto graph = graph_of(kDrawing);
  for (const auto format : {formats::Format::Json, formats::Format::Html}) {
    for (const auto& [question, parameters] : {std::pair("participation", Parameters{{"slug", "u"}}),
                                               std::pair("dependencies", Parameters{{"of", "u:art_1"}})}) {
      const auto answer = ask(*find_question(question), graph, parameters, Budget());
      ASSERT_TRUE(answer);
      EXPECT_THAT(*formats::render(graph, *answer, format), HasSubstr(answer->warnings.at(0))) << question;
    }
  }
}

TEST(Notices, leave_no_false_in_force_in_an_answer_that_is_unknown) {
  const auto graph = graph_of(kDrawing);
  const auto json = *formats::render(graph, *ask(*find_question("participation"), graph, {{"slug", "u"}}, Budget()),
                                     formats::Format::Json);
  EXPECT_THAT(json, AllOf(HasSubstr("\"status\":\"unknown\",\"in_force\":null,\"parties\":null"),
                          HasSubstr("\"signatories\":null"), Not(HasSubstr("\"in_force\":false"))));
}

TEST(AnswerQuality, counts_what_an_answer_shows_each_once) {
  const auto graph = graph_of(R"~(
    t:art_1 basis=extracted
    t:art_1__para_1 basis=extracted unresolved="article 9 (no such article)"
    t:art_1__para_1 -REFERS_TO-> t:art_2 basis=extracted confidence=high
    t:art_2 basis=curated
    t:art_2 -REFERS_TO-> t:art_3 basis=curated confidence=low named=inferred
    t:art_3 unresolved="article 8 (no such article); article 7 (no such article)"
    t:art_4 unresolved="article 6 (no such article)"
  )~");
  const auto& question = *find_question("dependencies");
  const auto answer = *ask(question, graph, {{"of", "t:art_1"}, {"quality", "true"}}, Budget());
  ASSERT_TRUE(answer.quality);
  EXPECT_EQ(answer.quality->relationships.total(), 2U);
  EXPECT_EQ(answer.quality->relationships.curated, 1U);
  EXPECT_EQ(answer.quality->curated_share(), 0.5);
  EXPECT_EQ(answer.quality->nodes.total(), 3U);
  EXPECT_EQ(answer.quality->confidence.low, 1U);
  EXPECT_EQ(answer.quality->inferred_references, 1U);
  EXPECT_EQ(answer.quality->unresolved_count, 3U) << "of articles 1 and 3, with their parts";
  EXPECT_THAT(*formats::render(graph, answer, formats::Format::Json), HasSubstr("\"curated_share\":0.5"));
  EXPECT_THAT(*formats::render(graph, answer, formats::Format::Html), HasSubstr("1 of 2 relationships curated"));
  EXPECT_FALSE(ask(question, graph, {{"of", "t:art_1"}}, Budget())->quality);
  EXPECT_THAT(ask(question, graph, {{"of", "t:art_1"}, {"quality", "much"}}, Budget()).error().detail,
              HasSubstr("quality"));
}

TEST(AnswerQuality, is_told_by_every_question_that_shows_facts) {
  const auto graph = graph_of("t:art_1 -REFERS_TO-> t:art_2 basis=curated\nstate:AAA -SIGNED-> treaty:t\nu:art_1");
  const Parameters known = {{"slug", "t"},       {"key", "t:art_1"}, {"iso3", "AAA"}, {"q", "x"},    {"of", "t:art_1"},
                            {"from", "t:art_1"}, {"to", "t:art_2"},  {"left", "t"},   {"right", "u"}};
  for (const auto& question : questions()) {
    if (question.name == "schema" || question.name == "quality") continue;
    Parameters parameters = {{"quality", "true"}};
    for (const auto& parameter : question.parameters) {
      if (parameter.is_required) parameters.add(std::string(parameter.name), std::string(known.text(parameter.name)));
    }
    const auto answer = ask(question, graph, parameters, Budget());
    ASSERT_TRUE(answer) << question.name << answer.error().detail;
    EXPECT_TRUE(answer->quality) << question.name;
  }
}

}  // namespace
}  // namespace treatygraph::queries
