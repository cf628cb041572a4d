#include "queries/formats/answers/bibliography.h"

#include <gmock/gmock.h>

#include "queries/catalogue/catalogue.h"
#include "tests/support/drawing.h"

namespace treatygraph::queries::formats {
namespace {

constexpr std::string_view kDrawing = R"(
  treaty:t slug=t
  statement:s title="Said" date=2020
  state:AAA -MADE-> statement:s
  state:BBB -MADE-> statement:s
  statement:s -ADDRESSES-> t:art_1 stance=critical
  statement:s -ADDRESSES-> t:art_2 stance=critical
)";

TEST(Bibliography, cites_a_statement_once_however_much_it_addresses_and_whoever_made_it) {
  const auto graph = testing::graph_of(kDrawing);
  for (const auto& [question, parameters] :
       {std::pair{"statements", Parameters{}}, std::pair{"critics", Parameters{{"of", "treaty:t"}}}}) {
    const auto answer = ask(*find_question(question), graph, parameters, Budget());
    ASSERT_TRUE(answer) << question;
    const auto entries = bibliography(graph, *answer);
    ASSERT_TRUE(entries) << question;
    ASSERT_EQ(entries->size(), 1U) << question;
    EXPECT_EQ(entries->front().authors.size(), 2U);
  }
}

}  // namespace
}  // namespace treatygraph::queries::formats
