// Invented treaties in the layouts of those who publish treaties, from the files in layouts/.

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "ingest/documents/clean_text.h"
#include "ingest/structure/text_structure.h"
#include "tests/support/places.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph::ingest {
namespace {

struct Case {
  std::string name;
  std::string text;
  std::vector<std::string> eids;
};

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream in(text);
  return {std::istream_iterator<std::string>(in), {}};
}

/// "== name", the text, "=>" and the eIds.
std::vector<Case> cases_of(const std::filesystem::path& file) {
  const std::string begin = "\n== ";
  const std::string expects = "\n=>\n";
  const auto bytes = testing::bytes_of(file);
  std::vector<Case> cases;
  for (auto at = bytes.find(begin); at != std::string::npos;) {
    const auto next = bytes.find(begin, at + 1);
    const auto name_end = bytes.find('\n', at + 1);
    const auto text_end = bytes.find(expects, name_end);
    const auto eids = text_end + expects.size();
    cases.push_back({bytes.substr(at + begin.size(), name_end - at - begin.size()),
                     bytes.substr(name_end + 1, text_end - name_end - 1), words_of(bytes.substr(eids, next - eids))});
    at = next;
  }
  return cases;
}

std::vector<std::string> eids_of(const std::string& text) {
  std::vector<std::string> eids;
  for (const auto& provision : read_structure(clean_text(text).text)) eids.push_back(provision.eid.to_string());
  return eids;
}

class Layouts : public ::testing::TestWithParam<const char*> {};

TEST_P(Layouts, give_the_provisions_that_a_reader_sees) {
  const auto cases = cases_of(std::filesystem::path(testing::kSourceFolder) / "tests/ingest/layouts" / GetParam());
  ASSERT_FALSE(cases.empty());
  for (const auto& [name, text, eids] : cases) EXPECT_EQ(eids_of(text), eids) << name;
}

INSTANTIATE_TEST_SUITE_P(Files, Layouts, ::testing::Values("families.txt", "oddities.txt"),
                         [](const auto& file) { return std::filesystem::path(file.param).stem().string(); });

}  // namespace
}  // namespace treatygraph::ingest
