// Small documents that were once read wrongly, each modelled on a fault that real treaties showed, with the provisions
// and references that a reader sees. The documents are in the corpus.

#include <cstdlib>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "graph/ascii.h"
#include "ingest/documents/read_document.h"
#include "tests/ingest/references/published_treaties.h"
#include "tests/ingest/references/references_told.h"
#include "tests/support/places.h"

namespace treatygraph::ingest {
namespace {

std::vector<Published> small_cases() {
  std::vector<Published> cases;
  read_published(std::filesystem::path(testing::kSourceFolder) / "tests/ingest/cases/expected.txt", cases);
  return cases;
}

class SmallCases : public ::testing::TestWithParam<Published> {};

TEST_P(SmallCases, are_read_as_a_reader_sees_them) {
  const char* corpus = std::getenv("TREATYGRAPH_CORPUS");
  const auto file = std::filesystem::path(corpus == nullptr ? "" : corpus) / "cases" / GetParam().name;
  if (corpus == nullptr || !std::filesystem::exists(file)) GTEST_SKIP() << "TREATYGRAPH_CORPUS has no " << file;
  const auto document = read_document(file);
  ASSERT_TRUE(document) << document.error().detail;
  EXPECT_EQ(eids_of(*document), GetParam().eids);
  EXPECT_EQ(fmt::format("{}", fmt::join(told(*document), "\n")), GetParam().references);
}

INSTANTIATE_TEST_SUITE_P(OfTheCorpus, SmallCases, ::testing::ValuesIn(small_cases()), [](const auto& made) {
  std::string name = made.param.name;
  std::ranges::replace_if(
      name, [](char c) { return !is_letter_or_digit(c); }, '_');
  return name;
});

}  // namespace
}  // namespace treatygraph::ingest
