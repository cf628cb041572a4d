#include "ingest/treaties/well_known_treaties.h"

#include <algorithm>
#include <map>
#include <set>

#include <gmock/gmock.h>

#include "graph/key.h"

namespace treatygraph::ingest {
namespace {

using ::testing::AnyOf;
using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;

const std::vector<WellKnownTreaty>& rows() {
  return WellKnownTreaties::table().all();
}

std::string slug_of_found(std::string_view name) {
  const auto* row = WellKnownTreaties::table().find(name);
  return row == nullptr ? "" : row->slug;
}

TEST(WellKnownTreaties, are_at_least_two_hundred_with_all_that_each_must_have) {
  EXPECT_GE(rows().size(), 200U);
  std::set<std::string> slugs;
  for (const auto& row : rows()) {
    EXPECT_TRUE(slugs.insert(row.slug).second) << row.slug << " stands twice";
    EXPECT_EQ(row.slug, slug_of(row.slug)) << "safe in a key";
    EXPECT_THAT(row.title, Not(IsEmpty())) << row.slug;
    EXPECT_THAT(row.place, Not(IsEmpty())) << row.slug;
    EXPECT_THAT(row.source, Not(IsEmpty())) << row.slug;
    EXPECT_THAT(row.kind, AnyOf("treaty", "declaration", "rules")) << row.slug;
    EXPECT_THAT(row.confidence, AnyOf("high", "medium", "low")) << row.slug;
    EXPECT_GE(row.year, 1800) << row.slug;
    EXPECT_LE(row.year, 2026) << row.slug;
    for (const auto year : row.other_years) EXPECT_TRUE(year >= 1800 && year <= 2026 && year != row.year) << row.slug;
    EXPECT_TRUE(row.text_url.empty() || row.text_url.starts_with("http")) << row.slug;
  }
}

/// What nobody saw in a document is said to be recalled, and nothing else is.
TEST(WellKnownTreaties, say_what_is_recalled) {
  for (const auto& row : rows()) {
    const std::map<std::string, bool> filled = {
        {"title", true},
        {"title_fr", !row.title_fr.empty()},
        {"title_es", !row.title_es.empty()},
        {"short_titles", !row.short_titles.empty()},
        {"abbreviations", !row.abbreviations.empty()},
        {"ambiguous_names", !row.ambiguous_names.empty()},
        {"numbers", !row.numbers.empty()},
        {"unts", !row.unts.empty()},
        {"celex", !row.celex.empty()},
        {"place", true},
        {"year", true},
        {"other_years", !row.other_years.empty()},
        {"organization", !row.organization.empty()},
        {"text_url", !row.text_url.empty()},
    };
    std::set<std::string> recalled;
    for (std::string_view rest = row.recalled; !rest.empty();) {
      const auto column = rest.substr(0, rest.find(';'));
      recalled.emplace(column);
      rest.remove_prefix(std::min(column.size() + 1, rest.size()));
    }
    for (const auto& column : recalled) {
      EXPECT_TRUE(filled.contains(column) && filled.at(column)) << row.slug << ": " << column;
    }
    for (const auto& [column, has] : filled) {
      if (row.source == "recalled" && has) {
        EXPECT_THAT(recalled, Contains(column)) << row.slug;
      }
    }
  }
}

TEST(WellKnownTreaties, have_no_name_that_is_anothers_too_unless_it_says_so) {
  for (const auto& row : rows()) {
    std::set<std::string> ambiguous;
    for (const auto& name : row.ambiguous_names) {
      ambiguous.insert(alike(name));
      EXPECT_EQ(slug_of_found(name), "") << name << " is no treaty's alone";
    }
    auto names = row.short_titles;
    names.insert(names.end(), row.abbreviations.begin(), row.abbreviations.end());
    names.insert(names.end(), {row.title, row.title_fr, row.title_es});
    for (const auto& number : row.numbers) {
      for (auto& name : ways_to_write(number)) names.push_back(std::move(name));
    }
    for (const auto& name : names) {
      if (!name.empty() && !ambiguous.contains(alike(name))) {
        EXPECT_EQ(slug_of_found(name), row.slug) << name;
      }
    }
  }
}

TEST(WellKnownTreaties, are_found_by_all_that_people_call_them) {
  const std::map<std::string, std::string> cases = {
      {"the Convention on Cybercrime", "budapest"},
      {"the Budapest Convention", "budapest"},
      {"Council of Europe Convention on Cybercrime (ETS No. 185)", "budapest"},
      {"CETS 185", "budapest"},
      {"ETS No. 005", "echr"},
      {"STE n 5", ""},
      {"Convention sur la cybercriminalité", "budapest"},
      {"Convenio de Budapest", "budapest"},
      {"the 1966 International Covenant on Civil and Political Rights", "iccpr"},
      {"United Nations International Covenant on Civil and Political Rights", "iccpr"},
      {"UN Convention on the Rights of the Child", "crc"},
      {"CHARTER OF THE UNITED NATIONS", "un-charter"},
      {"Universal Declaration ofHuman Rights", "udhr"},
      {"WTO Agreement on Technical Barriers to Trade", "tbt-agreement"},
      {"WTO-General Agreement on Trade in Services", "gats"},
      {"GATT 1994", "gatt-1994"},
      {"Berne Convention (1971)", "berne-convention"},
      {"Paris Convention of 1967", "paris-convention"},
      {"ILO Convention No. 182", "ilo-182"},
      {"International Labour Organization Worst Forms of Child Labour Convention", "ilo-182"},
      {"MTDSG IV-4", "iccpr"},
      {"International Convention for the Safety of Life at Sea, 1960", "solas-1960"},
      {"International Convention for the Safety of Life at Sea", "solas"},
      {"1954 Hague Convention", "hague-cultural-property"},
      {"the Geneva Convention", ""},
      {"the Convention", ""},
      {"Council of Europe Convention on the Rights of the Child", ""},
      {"Convention on the Rights of the Child of 1924", ""},
      {"Lifeboats Convention", ""},
  };
  for (const auto& [name, slug] : cases) EXPECT_EQ(slug_of_found(name), slug) << name;
}

TEST(WellKnownTreaties, say_what_an_ambiguous_name_may_mean) {
  std::vector<std::string> slugs;
  for (const auto* row : WellKnownTreaties::table().may_be("the Bern Convention")) slugs.push_back(row->slug);
  EXPECT_THAT(slugs, ::testing::ElementsAre("bern-wildlife", "berne-convention"));
  EXPECT_THAT(WellKnownTreaties::table().may_be("the Budapest Convention"), IsEmpty()) << "it means one";
}

}  // namespace
}  // namespace treatygraph::ingest
