// Invented treaties in French and Spanish against labels made by reading, before the tables of these languages were
// written.

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gmock/gmock.h>

#include "ingest/documents/leftovers.h"
#include "ingest/documents/read_document.h"
#include "ingest/references/citation_coverage.h"
#include "ingest/references/references.h"
#include "tests/support/places.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph::ingest {
namespace {

using ::testing::HasSubstr;

struct Labels {
  std::vector<std::string> provisions;
  std::vector<std::string> references;  ///< "art_1 > art_2 refers_to"
};

std::filesystem::path folder() {
  return std::filesystem::path(testing::kSourceFolder) / "tests/ingest/languages";
}

Labels labels_of(const std::string& name) {
  const std::string kProvisions = "provisions: ";
  std::istringstream lines(testing::bytes_of(folder() / (name + ".labels")));
  Labels labels;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.front() == '#') continue;
    if (!line.starts_with(kProvisions)) {
      labels.references.push_back(line);
      continue;
    }
    std::istringstream words(line.substr(kProvisions.size()));
    for (std::string eid; words >> eid;) labels.provisions.push_back(eid);
  }
  return labels;
}

/// The name of an instrument without its article.
std::string bare(std::string name) {
  for (const std::string article : {"la ", "le ", "l'", "el "}) {
    if (name.starts_with(article)) return name.substr(article.size());
  }
  return name;
}

/// In the form of the labels.
std::vector<std::string> told_as_labelled(const Document& document) {
  std::vector<std::string> lines;
  for (const auto& reference : find_references(document)) {
    std::vector<std::string> targets;
    for (const auto target : reference.targets) targets.push_back(document.structure[target].eid.to_string());
    if (reference.scope == Reference::Scope::External) {
      targets.push_back("[" + bare(reference.name_of_instrument()) + "]");
      for (const auto& eid : reference.cited) targets.push_back(eid.to_string());
    }
    if (reference.scope == Reference::Scope::Unresolved) targets.push_back("? " + reference.quote);
    lines.push_back(fmt::format("{} > {} {}", document.structure[reference.from].eid.to_string(),
                                fmt::join(targets, " "), reference.mode));
  }
  return lines;
}

/// "missing art_1 > art_2 refers_to", "spurious ...", a line each: what only one of the two has.
std::string differences(std::vector<std::string> labelled, std::vector<std::string> found) {
  std::ranges::sort(labelled);
  std::ranges::sort(found);
  std::vector<std::string> missing;
  std::vector<std::string> spurious;
  std::ranges::set_difference(labelled, found, std::back_inserter(missing));
  std::ranges::set_difference(found, labelled, std::back_inserter(spurious));
  std::string lines;
  for (const auto& line : missing) lines += "missing  " + line + "\n";
  for (const auto& line : spurious) lines += "spurious " + line + "\n";
  return lines;
}

class TranslatedTreaties : public ::testing::TestWithParam<const char*> {};

TEST_P(TranslatedTreaties, are_read_as_a_reader_labelled_them) {
  const std::string name = GetParam();
  const auto document = read_document(folder() / (name + ".txt"));
  ASSERT_TRUE(document.has_value()) << document.error().detail;
  EXPECT_EQ(document->language, name.substr(name.size() - 2));
  const auto labels = labels_of(name);
  std::vector<std::string> eids;
  for (const auto& provision : document->structure) eids.push_back(provision.eid.to_string());
  EXPECT_EQ(differences(labels.provisions, eids), "");
  EXPECT_EQ(differences(labels.references, told_as_labelled(*document)), "");
}

TEST_P(TranslatedTreaties, say_what_is_read_in_english_only) {
  const std::string name = GetParam();
  const auto document = read_document(folder() / (name + ".txt"));
  ASSERT_TRUE(document.has_value());
  EXPECT_FALSE(is_read_in_full(*document));
  const auto* const language = name.ends_with("fr") ? "French" : "Spanish";
  ASSERT_EQ(document->notices.size(), 1U);
  EXPECT_THAT(document->notices.front(), HasSubstr(language));
  const auto reading = reading_of_language(*document);
  EXPECT_THAT(reading, HasSubstr(language));
  EXPECT_THAT(reading, HasSubstr("citations were read"));
  EXPECT_THAT(reading, HasSubstr("in English only"));
}

INSTANTIATE_TEST_SUITE_P(Files, TranslatedTreaties, ::testing::Values("bridges.fr", "lamps.es"),
                         [](const auto& file) { return std::filesystem::path(file.param).stem().string(); });

}  // namespace
}  // namespace treatygraph::ingest
