// The XML conformance files of the W3C, read from the folder `xmlconf` of the folder that TREATYGRAPH_PUBLIC_CASES
// names. None of them is a treaty: each is refused in words, whatever is wrong with it.

#include <cstdlib>
#include <filesystem>

#include <gmock/gmock.h>

#include "ingest/documents/read_document.h"

namespace treatygraph::ingest {
namespace {

namespace fs = std::filesystem;

TEST(PublicXml, is_read_or_refused_in_words) {
  const auto* const named = std::getenv("TREATYGRAPH_PUBLIC_CASES");
  if (named == nullptr) GTEST_SKIP() << "TREATYGRAPH_PUBLIC_CASES names no folder of public cases";
  const auto folder = fs::path(named) / "xmlconf";
  if (!fs::exists(folder)) GTEST_SKIP() << folder << " is not there";
  std::size_t count = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.path().extension() != ".xml") continue;
    const auto document = read_document(entry.path());
    ++count;
    if (document) continue;
    EXPECT_FALSE(document.error().detail.empty()) << entry.path();
    EXPECT_LT(document.error().detail.size(), 2'000U) << entry.path();
  }
  EXPECT_GT(count, 100U) << folder;
}

}  // namespace
}  // namespace treatygraph::ingest
