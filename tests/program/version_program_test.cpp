// Every program prints its version.

#include <gmock/gmock.h>

#include "tests/support/places.h"
#include "tests/support/process.h"

namespace treatygraph {
namespace {

using ::testing::MatchesRegex;

class Version : public ::testing::TestWithParam<const char*> {};

TEST_P(Version, is_told_by_the_program) {
  const auto told = testing::run({std::string(testing::kProgramsFolder) + "/" + GetParam(), "--version"});
  EXPECT_EQ(told.exit_code, 0) << told.err;
  EXPECT_THAT(told.out, MatchesRegex("[0-9]+\\.[0-9]+\\.[0-9]+( \\([0-9a-f]+\\))?\n"));
}

INSTANTIATE_TEST_SUITE_P(Program, Version,
                         ::testing::Values("treatygraph-ingest", "treatygraph-query", "treatygraph-server"));

}  // namespace
}  // namespace treatygraph
