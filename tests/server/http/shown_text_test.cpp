#include "server/http/shown_text.h"

#include <gmock/gmock.h>

#include "server/http/problem.h"
#include "server/operation/log_line.h"

namespace treatygraph::server {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(ShownText, is_cut_between_characters) {
  EXPECT_EQ(beginning_of("abc", 3), "abc");
  EXPECT_EQ(beginning_of("éé", 3), "é");
  EXPECT_EQ(shortened("abc", 3), "abc");
  EXPECT_EQ(shortened(std::string(999, 'x') + "é" + std::string(9, 'y'), 1'000),
            std::string(999, 'x') + "... (1010 bytes)");
}

TEST(ShownText, has_no_character_that_is_not_seen) {
  EXPECT_EQ(made_visible("Übereinkommen über Seen, 湖, \xF0\x9F\x90\x9F"),
            "Übereinkommen über Seen, 湖, \xF0\x9F\x90\x9F");
  EXPECT_EQ(made_visible("a\xE2\x80\xAE"
                         "b"),
            "a\\u202eb");
  EXPECT_EQ(made_visible("\xE2\x80\xA8\xE2\x80\xA9\xC2\x85\x1b[2K\n"), "\\u2028\\u2029\\u0085\\u001b[2K\\u000a");
  EXPECT_EQ(made_visible("\xE2\x81\xA6\xE2\x80\x8B\xEF\xBB\xBF\xC2\xAD\xD8\x9C\x7f"),
            "\\u2066\\u200b\\ufeff\\u00ad\\u061c\\u007f");
  EXPECT_EQ(made_visible("\xF3\xA0\x81\x81"), "\\udb40\\udc41") << "a tag, as JSON escapes it";
  EXPECT_EQ(made_visible("\xff\xc3"), "\xEF\xBF\xBD\xEF\xBF\xBD") << "no UTF-8";
}

RequestRecord record_of(const std::string& target) {
  return {"id-1", "GET", target, 200, 5, {}, "/v1", false};
}

TEST(LogLine, is_one_line_that_shows_all_of_it) {
  const auto record = record_of("/v1?q=\xE2\x80\xAE\"\\\n\xC2\x85\xff");
  const std::string shown = "\"/v1?q=\\u202e\\\"\\\\\\n\\u0085\xEF\xBF\xBD\"";
  EXPECT_THAT(log_line(LogFormat::Text, record), HasSubstr(" id-1 GET " + shown + " 200 5 B "));
  EXPECT_THAT(log_line(LogFormat::Json, record), HasSubstr("\"target\":" + shown + ",\"status\":200"));
  EXPECT_THAT(log_line(LogFormat::Text, "one\ntwo \"three\""), HasSubstr(" one\\u000atwo \"three\""));
  EXPECT_THAT(log_line(LogFormat::Json, "one\ntwo\xE2\x80\xA8"), HasSubstr("\"event\":\"one\\ntwo\\u2028\"}"));
}

TEST(LogLine, is_not_as_long_as_a_client_likes) {
  for (const auto format : {LogFormat::Text, LogFormat::Json}) {
    EXPECT_LT(log_line(format, record_of(std::string(4'000, 'x'))).size(), 1'300U);
    EXPECT_LT(log_line(format, std::string(1'000'000, 'x')).size(), 5'000U);
  }
}

TEST(Problem, repeats_no_more_than_a_person_reads) {
  const auto long_one = problem(400, "no node " + std::string(1'000'000, 'x'));
  EXPECT_LT(long_one.body.size(), 3'000U);
  EXPECT_THAT(long_one.body, AllOf(HasSubstr("no node xxx"), HasSubstr("... (1000008 bytes)")));
  EXPECT_THAT(problem(409, "d", {{"asked_snapshot", std::string(9'000, 'x')}}).body,
              Not(HasSubstr(std::string(3'000, 'x'))));
}

}  // namespace
}  // namespace treatygraph::server
