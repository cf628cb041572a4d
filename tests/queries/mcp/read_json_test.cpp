#include "queries/mcp/read_json.h"

#include <cmath>
#include <cstdlib>
#include <random>
#include <string>

#include <fmt/format.h>
#include <gmock/gmock.h>

namespace treatygraph::queries {
namespace {

using cypher::ValueType;
using ::testing::HasSubstr;

std::string problem(std::string_view text) {
  const auto read = read_json(text);
  return read ? "none" : read.error().detail;
}

TEST(ReadJson, keeps_integers_whole_as_long_as_they_fit) {
  EXPECT_EQ(read_json("9223372036854775807")->integer(), 9'223'372'036'854'775'807);
  EXPECT_TRUE(read_json("9223372036854775808")->is(ValueType::Float));
  EXPECT_TRUE(read_json("-1.5e3")->is(ValueType::Float));
}

TEST(ReadJson, reads_zero_with_any_exponent) {
  for (const auto* zero : {"0e80", "0.0e88", "0e308", "0E-999", "-0e5", "0.000e+20"}) {
    EXPECT_EQ(read_json(zero)->number(), 0.0) << zero;
  }
  EXPECT_EQ(read_json("1e-400")->number(), 0.0);
  EXPECT_THAT(problem("[1e400]"), HasSubstr("not JSON at byte"));
}

TEST(ReadJson, reads_each_number_as_the_nearest_double) {
  std::mt19937_64 engine(5);
  for (int i = 0; i < 20'000; ++i) {
    auto text =
        fmt::format("{}{}.{}", engine() % 2 == 0 ? "-" : "", engine() % 3 == 0 ? 0 : engine() >> (engine() % 64),
                    std::string(engine() % 4, '0') + std::to_string(engine() >> (engine() % 64)));
    if (engine() % 2 == 0) text += fmt::format("e{}", static_cast<int>(engine() % 560) - 290);
    const auto expected = std::strtod(text.c_str(), nullptr);
    const auto read = read_json(text);
    if (std::isinf(expected)) {
      EXPECT_FALSE(read) << text;
    } else if (read) {
      EXPECT_EQ(read->number(), expected) << text;
    } else {
      EXPECT_THAT(read.error().detail, HasSubstr("big")) << text;
    }
  }
}

TEST(ReadJson, says_where_a_text_stops_being_json) {
  EXPECT_THAT(problem(R"({"a": )"), HasSubstr("not JSON at byte 6"));
  EXPECT_THAT(problem(""), HasSubstr("at byte 0"));
  EXPECT_THAT(problem(R"({"a": 1} x)"), HasSubstr("at byte 9"));
  EXPECT_THAT(problem("\"\xC3\""), HasSubstr("not JSON"));
  EXPECT_THAT(problem(std::string_view("1\0", 2)), HasSubstr("at byte 1"));
}

TEST(ReadJson, refuses_a_name_twice_because_readers_would_differ) {
  EXPECT_THAT(problem(R"({"of": "a", "of": "b"})"), HasSubstr("of"));
}

TEST(ReadJson, bounds_how_deep_values_nest) {
  EXPECT_EQ(problem(std::string(64, '[') + std::string(64, ']')), "none");
  EXPECT_THAT(problem(std::string(65, '[') + std::string(65, ']')), HasSubstr("more than 64 levels"));
  EXPECT_THAT(problem(std::string(1'000'000, '[')), HasSubstr("more than 64 levels"));
}

}  // namespace
}  // namespace treatygraph::queries
