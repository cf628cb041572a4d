// Invented treaties of every kind that is published, with the provisions and references that a reader sees, and each of
// them again as others would have written or saved it: what is read must not depend on that.

#include "tests/ingest/references/published_treaties.h"

#include <algorithm>
#include <functional>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <re2/re2.h>

#include "graph/ascii.h"
#include "ingest/documents/leftovers.h"
#include "ingest/documents/read_document.h"
#include "tests/ingest/references/references_told.h"
#include "tests/support/places.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph::ingest {
namespace {

std::vector<std::filesystem::path> files_of_treaties() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(testing::kSourceFolder) / "tests/ingest/published")) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

std::string replaced(std::string text, const char* pattern, const char* by) {
  RE2::GlobalReplace(&text, pattern, by);
  return text;
}

struct Writing {
  const char* name;
  std::function<std::string(std::string)> write;
};

/// As others would have written, or saved, the same treaty.
std::vector<Writing> writings() {
  return {
      {"as it is", [](std::string text) { return text; }},
      {"with line ends of Windows", [](std::string text) { return replaced(std::move(text), "\n", "\r\n"); }},
      {"indented", [](std::string text) { return replaced(std::move(text), "(?m)^(.)", "    \\1"); }},
      {"with blanks at the ends of lines", [](std::string text) { return replaced(std::move(text), "\n", "  \n"); }},
      {"with headings in capitals",
       [](std::string text) {
         for (const auto* word : {"Article", "Rule", "Regulation", "Chapter", "Section", "Part"}) {
           std::string capitals(word);
           for (char& c : capitals) c = upper(c);
           text = replaced(std::move(text), fmt::format("(?m)^{} ([0-9IVX-]+(?: [0-9])?)$", word).c_str(),
                           (capitals + " \\1").c_str());
         }
         return text;
       }},
      {"with spaces that do not break",
       [](std::string text) { return replaced(std::move(text), "(?m)^(\\w+) (\\d+)$", "\\1\xC2\xA0\\2"); }},
      {"with three empty lines", [](std::string text) { return replaced(std::move(text), "\n\n", "\n\n\n\n"); }}};
}

/// "lists.html" is a page.
std::string format_of(const Published& treaty) {
  const auto format = std::filesystem::path(treaty.name).extension().string();
  return format == ".html" || format == ".md" ? format : ".txt";
}

class PublishedTreaties : public ::testing::TestWithParam<std::filesystem::path> {};

TEST_P(PublishedTreaties, are_read_alike_whoever_wrote_them) {
  const testing::TemporaryFolder folder;
  std::vector<Published> treaties;
  read_published(GetParam(), treaties);
  ASSERT_FALSE(treaties.empty());
  for (const auto& treaty : treaties) {
    const auto format = format_of(treaty);
    for (const auto& writing : writings()) {
      SCOPED_TRACE(treaty.name + ", " + writing.name);
      const auto document = read_document(folder.write("treaty" + format, writing.write(treaty.text)));
      ASSERT_TRUE(document) << document.error().detail;
      EXPECT_EQ(eids_of(*document), treaty.eids);
      EXPECT_EQ(fmt::format("{}", fmt::join(told(*document), "\n")), treaty.references);
      EXPECT_EQ(what_was_not_read(*document), "");
      if (format != ".txt") break;  // lines mean something else there
    }
  }
}

INSTANTIATE_TEST_SUITE_P(OfEachKind, PublishedTreaties, ::testing::ValuesIn(files_of_treaties()),
                         [](const auto& file) { return file.param.stem().string(); });

}  // namespace
}  // namespace treatygraph::ingest
