// The files of the languages: each has what the others have, and what is asked for and not there is an error.

#include "ingest/languages/language_files.h"

#include <functional>
#include <set>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ingest/citation/lexicon.h"
#include "ingest/references/reference_phrases.h"
#include "ingest/structure/structure_words.h"

namespace treatygraph::ingest {
namespace {

std::set<std::string_view> names_in(std::size_t language, std::span<const std::string_view> path) {
  const auto* table = &language_file(language);
  for (const auto step : path) table = &table->table(step);
  const auto names = table->names();
  std::set<std::string_view> found(names.begin(), names.end());
  found.erase("classification");  // English alone has rules for facts
  return found;
}

/// A pattern that one language has under a wrong name would otherwise be noticed by nobody before a text of that
/// language is read. Tables whose names are words are not compared.
TEST(LanguageFiles, have_the_same_names) {
  using Path = std::vector<std::string_view>;
  const std::vector<Path> sections = {{},
                                      {"numbers"},
                                      {"structure"},
                                      {"structure", "heading"},
                                      {"structure", "sentence"},
                                      {"structure", "component"},
                                      {"structure", "preamble"},
                                      {"structure", "conclusions"},
                                      {"structure", "lost_lines"},
                                      {"citation"},
                                      {"citation", "force"},
                                      {"citation", "force", "phrases"},
                                      {"citation", "names"},
                                      {"references"}};
  for (const auto& section : sections) {
    for (std::size_t other = 1; other < kLanguages.size(); ++other) {
      EXPECT_EQ(names_in(other, section), names_in(0, section))
          << kLanguages[other] << " has other names in " << (section.empty() ? "the file" : section.back());
    }
  }
}

TEST(LanguageFiles, say_of_a_head_only_what_is_known) {
  const std::set<std::string_view> known = {"kind",          "plural",      "everyday",  "abbreviation",
                                            "before_number", "before_mark", "needs_stop"};
  for (std::size_t language = 0; language < kLanguages.size(); ++language) {
    const auto& heads = language_file(language).table("citation").table("heads");
    for (const auto word : heads.names()) {
      for (const auto name : heads.table(word).names()) EXPECT_TRUE(known.contains(name)) << word << ": " << name;
    }
  }
}

TEST(LanguageFiles, say_of_a_rule_only_what_is_known) {
  const std::set<std::string_view> known = {"kind", "cue", "phrase", "unless", "unless_restated", "confidence"};
  const auto& classification = language_file(0).table("classification");
  for (const auto* const facts : {"offences", "powers", "safeguards"}) {
    const auto& rules = classification.table(facts);
    for (const auto rule : rules.names()) {
      for (const auto name : rules.table(rule).names()) EXPECT_TRUE(known.contains(name)) << rule << ": " << name;
    }
  }
}

TEST(LanguageFiles, make_every_table_of_every_language) {
  for (const auto code : kLanguages) {
    ASSERT_NE(structure_of_language(code), nullptr) << code;
    EXPECT_TRUE(structure_of_language(code)->heading.heading_line.ok()) << code;
    ASSERT_NE(words_of_language(code), nullptr) << code;
    EXPECT_EQ(words_of_language(code)->lexicon().language, code);
    EXPECT_TRUE(phrases_of_language(code).announces_list.ok()) << code;
  }
  EXPECT_EQ(structure_of_language("de"), nullptr);
  EXPECT_EQ(words_of_language("de"), nullptr);
  EXPECT_EQ(&phrases_of_language("de"), &phrases_of_language("en"));
}

TEST(LanguageTable, keeps_the_order_of_the_file) {
  const auto names = language_file(0).table("numbers").table("cardinals").names();
  EXPECT_EQ(std::vector(names.begin(), names.begin() + 3), (std::vector<std::string_view>{"one", "two", "three"}));
}

std::string error_of(const std::function<void()>& ask) {
  try {
    ask();
  } catch (const std::logic_error& error) {
    return error.what();
  }
  return "";
}

TEST(LanguageTable, says_what_is_missing_and_where) {
  const auto& file = language_file(1);
  EXPECT_THAT(error_of([&] { (void)file.table("structure").text("headlines"); }),
              testing::AllOf(testing::HasSubstr("\"fr\""), testing::HasSubstr("structure lacks \"headlines\"")));
  EXPECT_THAT(error_of([&] { (void)file.table("structure").number("protocol"); }),
              testing::HasSubstr("\"protocol\" is of another kind"));
  EXPECT_THAT(error_of([&] { (void)file.kind("language"); }), testing::HasSubstr("\"language\""));
}

}  // namespace
}  // namespace treatygraph::ingest
