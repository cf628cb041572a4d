#include "server/api/negotiation.h"

#include <gmock/gmock.h>

namespace treatygraph::server {
namespace {

using queries::formats::Format;
using ::testing::HasSubstr;

TEST(Negotiation, prefers_format_then_accept_then_json) {
  EXPECT_EQ(*negotiate("csv", "application/json"), Format::Csv);
  EXPECT_EQ(*negotiate("", "text/csv"), Format::Csv);
  EXPECT_EQ(*negotiate("", ""), Format::Json);
  EXPECT_EQ(*negotiate("", "*/*"), Format::Json);
  EXPECT_EQ(*negotiate("", "text/html,application/xhtml+xml,*/*;q=0.8"), Format::Html);
  EXPECT_EQ(*negotiate("", "application/json;q=0.2, text/csv;q=0.9"), Format::Csv);
  EXPECT_EQ(*negotiate("", "text/*"), Format::Csv);
  EXPECT_EQ(*negotiate("", "application/json;q=0, */*"), Format::Ndjson);
}

TEST(Negotiation, lists_what_there_is_where_nothing_fits) {
  EXPECT_THAT(negotiate("xml", "").error().detail, HasSubstr("json"));
  EXPECT_THAT(negotiate("", "image/png").error().detail, HasSubstr("application/json"));
  EXPECT_FALSE(negotiate("", ",;,=;;q=,"));
}

}  // namespace
}  // namespace treatygraph::server
