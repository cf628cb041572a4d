#include "ingest/text/csv.h"

#include <gmock/gmock.h>

namespace treatygraph::ingest {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(Csv, reads_quoted_fields_with_commas_quotes_and_line_ends) {
  const auto csv = parse_csv(
      "\xEF\xBB\xBF"
      "a,b\r\n1,\"x, \"\"y\"\"\nz\"\r\n2,\r\n",
      "t.csv");
  ASSERT_TRUE(csv) << csv.error().detail;
  EXPECT_THAT(csv->header, ElementsAre("a", "b"));
  ASSERT_EQ(csv->rows.size(), 2U);
  EXPECT_THAT(csv->rows[0].fields, ElementsAre("1", "x, \"y\"\nz"));
  EXPECT_EQ(csv->rows[0].line, 2);
  EXPECT_THAT(csv->rows[1].fields, ElementsAre("2", ""));
  EXPECT_EQ(csv->rows[1].line, 4);
}

TEST(Csv, names_file_and_line_of_what_is_wrong) {
  EXPECT_THAT(parse_csv("a,b\n1,2\n3\n", "t.csv").error().detail, HasSubstr("t.csv:3"));
  EXPECT_THAT(parse_csv("a,b\n1,\"2\n", "t.csv").error().detail, HasSubstr("t.csv:2"));
  EXPECT_FALSE(parse_csv("", "t.csv"));
}

}  // namespace
}  // namespace treatygraph::ingest
