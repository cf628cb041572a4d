#include "publication/manifest.h"

#include <gmock/gmock.h>

namespace treatygraph::publication {
namespace {

using ::testing::HasSubstr;

const std::string kHash(64, 'a');
const Manifest kManifest{12, std::string(64, 'b'), {{"treaties.db", 49152, kHash}, {"treaties.db.graph", 0, kHash}}};

TEST(Manifest, comes_back_as_it_was_written) {
  const auto parsed = parse_manifest(to_text(kManifest));
  ASSERT_TRUE(parsed) << parsed.error().detail;
  EXPECT_EQ(*parsed, kManifest);
}

TEST(Manifest, is_refused_wherever_it_is_cut) {
  const auto text = to_text(kManifest);
  const auto first_file = text.find("file treaties.db.graph");
  for (std::size_t size = 0; size < text.size(); ++size) {
    if (size == first_file) continue;  // a whole manifest of one file
    EXPECT_FALSE(parse_manifest(text.substr(0, size))) << size;
  }
}

TEST(Manifest, names_files_of_its_own_folder_only) {
  for (const auto* name : {"../treaties.db", "/etc/passwd", ".lock", "a/b", "", "treaties.db\t"}) {
    auto other = kManifest;
    other.files[1].name = name;
    EXPECT_FALSE(parse_manifest(to_text(other))) << name;
  }
  auto twice = kManifest;
  twice.files[1].name = "treaties.db";
  EXPECT_FALSE(parse_manifest(to_text(twice)));
}

TEST(Manifest, says_which_line_is_wrong) {
  const auto refusal = [](const std::string& text) {
    const auto parsed = parse_manifest(text);
    return parsed ? std::string("taken") : parsed.error().detail;
  };
  EXPECT_THAT(refusal("<html>"), HasSubstr("<html>"));
  EXPECT_THAT(refusal("treatygraph-publication 2\n"), HasSubstr("treatygraph-publication 2"));
  const std::string head = "treatygraph-publication 1\nsequence 1\nsnapshot " + kHash + "\n";
  EXPECT_THAT(refusal(head + "file treaties.db -1 " + kHash + "\n"), HasSubstr("file treaties.db -1"));
  EXPECT_THAT(refusal(head + "file treaties.db 99999999999999999999 " + kHash + "\n"), HasSubstr("not understood"));
  EXPECT_THAT(refusal(head + "sequence 2\n"), HasSubstr("sequence 2"));
  EXPECT_THAT(refusal(head), HasSubstr("first file"));
  EXPECT_EQ(refusal(head + "file treaties.db 1 " + kHash + "\n"), "taken");
}

}  // namespace
}  // namespace treatygraph::publication
