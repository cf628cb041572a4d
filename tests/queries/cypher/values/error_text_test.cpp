#include "queries/cypher/values/error_text.h"

#include <gmock/gmock.h>

namespace treatygraph::queries::cypher {
namespace {

using ::testing::HasSubstr;

CypherError error_at(std::size_t offset, std::size_t length, std::string message = "not defined") {
  CypherError error;
  error.type = "SyntaxError";
  error.detail = "UndefinedVariable";
  error.message = std::move(message);
  error.span = {offset, length};
  return error;
}

TEST(CypherErrorText, shows_the_line_with_the_place_marked) {
  EXPECT_EQ(explain(error_at(21, 7), "MATCH (é:Article)\nRETURN articel.key"),
            "SyntaxError (UndefinedVariable): not defined\nline 2, column 3\n  RETURN articel.key\n    ^^^^^^^");
  EXPECT_EQ(explain(error_at(0, 0), "RETURN 1"), "SyntaxError (UndefinedVariable): not defined");
}

TEST(CypherErrorText, shows_of_a_long_line_the_part_around_the_place) {
  const auto query = "RETURN '" + std::string(500'000, 'a') + "' + x + '" + std::string(500'000, 'b') + "'";
  const auto text = explain(error_at(500'012, 1), query);
  EXPECT_LT(text.size(), 600U);
  EXPECT_THAT(text, HasSubstr("line 1, column 500013\n  ...aaa"));
  EXPECT_THAT(text, HasSubstr("bbb...\n"));
  const auto excerpt = excerpt_of({500'012, 1}, query);
  EXPECT_EQ(excerpt->line.substr(excerpt->before, 1), "x");
  EXPECT_EQ(excerpt->marked, 1U);
}

TEST(CypherErrorText, marks_no_more_than_it_shows_and_cuts_no_character) {
  std::string query = "RETURN '";
  for (int i = 0; i < 100'000; ++i) query += "é";
  const auto text = explain(error_at(7, query.size() - 7), query + "'");
  EXPECT_LT(text.size(), 800U);
  EXPECT_THAT(explain(error_at(50'001, 4), query + "'"), HasSubstr("  ...é"));
  EXPECT_LT(explain(error_at(0, 1, std::string(1'000'000, 'm')), query).size(), 2'000U);
}

}  // namespace
}  // namespace treatygraph::queries::cypher
