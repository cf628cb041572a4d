// Whole treaties and acts from public repositories, whose files are under TREATYGRAPH_PUBLIC_TEXTS: every heading that
// the markup of a file shows is a provision, and an act that is published in two formats is read alike from both.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <re2/re2.h>

#include "graph/ascii.h"
#include "ingest/documents/read_document.h"
#include "ingest/references/references.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph::ingest {
namespace {

using ::testing::IsSupersetOf;

std::optional<std::filesystem::path> public_file(const std::string& file) {
  const char* folder = std::getenv("TREATYGRAPH_PUBLIC_TEXTS");
  if (folder == nullptr || *folder == 0) return std::nullopt;
  const auto path = std::filesystem::path(folder) / file;
  return std::filesystem::exists(path) ? std::optional(path) : std::nullopt;
}

std::string replaced(std::string text, const char* pattern, const char* by) {
  RE2::GlobalReplace(&text, pattern, by);
  return text;
}

using Numbers = std::map<std::string, std::vector<std::string>>;

/// The numbers of the articles, rules and so on that lines of "###" name, in order; captions such as "Article XXIV:5"
/// and "Article 6(2)" name parts of another treaty's.
Numbers numbers_in_markup(const std::filesystem::path& file) {
  auto text = replaced(testing::bytes_of(file), "\xC2\xA0", " ");
  text = replaced(std::move(text), "–", "-");
  const RE2 heading(
      R"((?m)^#+ *\**((?i)Article|Rule|Regulation|Standard|Guideline) +([0-9A-Z][0-9A-Za-z.-]*(?: (?:bis|ter|quater)\b)?)(?:[^:(\w][^\n]*)?$)");
  Numbers numbers;
  re2::StringPiece rest(text);
  std::string kind;
  std::string number;
  while (RE2::FindAndConsume(&rest, heading, &kind, &number)) {
    while (number.ends_with('.')) number.pop_back();
    std::erase(number, ' ');
    numbers[lower_case(kind)].push_back(number);
  }
  return numbers;
}

Numbers numbers_read(const Document& document, const Numbers& like) {
  Numbers numbers;
  for (const auto& provision : document.structure) {
    const std::string kind(name_of(provision.kind));
    if (like.contains(kind)) numbers[kind].push_back(provision.num);
  }
  return numbers;
}

std::vector<std::string> eids_in(const Document& document) {
  std::vector<std::string> eids;
  for (const auto& provision : document.structure) eids.push_back(provision.eid.to_string());
  return eids;
}

struct PublicTreaty {
  const char* name;
  const char* folder;  ///< of its file
  std::map<std::string, std::size_t> counts;
  std::vector<std::string> provisions;  ///< some that a careless reader loses
};

/// Each file has the English text and then the Dutch one.
const std::vector<PublicTreaty>& treaties_in_markdown() {
  static const std::vector<PublicTreaty> treaties = {
      {"wto",
       "agreement/establishing/the/world/trade/organization/BWBV0001160",
       {{"article", 330}},
       {"annex_1A", "annex_1B", "annex_1C", "annex_2", "annex_3", "annex_1B__art_XIVbis"}},
      {"solas",
       "international/convention/for/the/safety/of/life/at/sea/1974/BWBV0003264",
       {{"regulation", 307}},
       {"art_XIII", "annex_I__chp_II-1", "annex_I__chp_II-2", "annex_I__chp_XI-1", "annex_I__chp_XI-2"}},
      {"pct",
       "patent/cooperation/treaty/BWBV0004680",
       {{"article", 69}, {"rule", 117}},
       {"art_69", "regulations__rule_96"}},
      {"epc",
       "convention/on/the/grant/of/european/patents/(european/patent/convention)/BWBV0003819",
       {{"article", 206}, {"rule", 169}},
       {"art_178", "protocol_on-the-interpretation-of-article-69"}},
      {"mlc",
       "maritiem/arbeidsverdrag/2006/BWBV0006220",
       {{"article", 16}, {"regulation", 30}, {"standard", 27}, {"guideline", 81}},
       {"art_XVI", "standard_A1.1", "guideline_B5.2.2"}},
      {"cwc",
       "convention/on/the/prohibition/of/the/development/production/stockpiling/etc/BWBV0001193",
       {{"article", 24}},
       {"annex_on-chemicals", "annex_on-implementation-and-verification__part_IVA",
        "annex_on-the-protection-of-confidential-information", "art_VIII__para_51"}},
      {"ctbt",
       "comprehensive/nuclear-test-ban/treaty/BWBV0004747",
       {{"article", 17}},
       {"annex_1", "annex_2", "protocol__part_III", "protocol__annex_1", "protocol__annex_2"}},
      {"stockholm",
       "stockholm/convention/on/persistent/organic/pollutants/BWBV0001517",
       {{"article", 56}},
       {"annex_G__part_I__art_1", "annex_G__part_II__art_1"}},
      {"energy_charter",
       "the/energy/charter/treaty/BWBV0001155",
       {{"article", 72}},
       {"annex_EM-I", "annex_EQ-II", "annex_NI", "annex_TRM", "annex_ID", "annex_W", "annex_TFU", "annex_BRQ",
        "annex_PA", "annex_T"}},
      {"rome",
       "rome/statute/of/the/international/criminal/court/BWBV0001489",
       {{"article", 128}},
       {"art_8__para_2__point_b__point_xxvi"}},
      {"imf",
       "articles/of/agreement/of/the/international/monetary/fund/BWBV0005521",
       {{"article", 31}},
       {"schedule_A", "schedule_M"}},
      {"upc", "agreement/on/a/unified/patent/court/BWBV0006168", {{"article", 127}}, {"annex_I__art_1", "annex_II"}},
      {"itu",
       "constitution/of/the/international/telecommunication/union/BWBV0001504",
       {{"article", 100}},
       {"art_58", "annex_I"}}};
  return treaties;
}

class TreatiesInMarkdown : public ::testing::TestWithParam<std::size_t> {};

TEST_P(TreatiesInMarkdown, are_read_whole) {
  const auto& treaty = treaties_in_markdown()[GetParam()];
  const auto file = public_file(fmt::format("statengeneraal/laws-markdown/verdrag/{}/README.md", treaty.folder));
  if (!file) GTEST_SKIP() << "TREATYGRAPH_PUBLIC_TEXTS has no statengeneraal/laws-markdown/verdrag/" << treaty.folder;
  const auto document = read_document(*file);
  ASSERT_TRUE(document) << document.error().detail;
  const auto shown = numbers_in_markup(*file);
  EXPECT_EQ(numbers_read(*document, shown), shown);
  for (const auto& [kind, count] : treaty.counts) EXPECT_EQ(shown.at(kind).size(), count) << kind;
  EXPECT_THAT(eids_in(*document), IsSupersetOf(treaty.provisions));
  std::size_t lost = 0;  // characters that are not Dutch
  for (const auto& leftover : document->leftovers) {
    if (leftover.reason != LeftoverReason::OtherLanguage) lost += leftover.characters;
  }
  EXPECT_LE(static_cast<double>(lost), 0.01 * static_cast<double>(document->text.size()));
}

INSTANTIATE_TEST_SUITE_P(OfTheNetherlands, TreatiesInMarkdown, ::testing::Range(std::size_t{0}, std::size_t{13}),
                         [](const auto& place) { return std::string(treaties_in_markdown()[place.param].name); });

struct PublicAct {
  const char* name;
  const char* formex;
  const char* page;
  std::size_t recitals;
  std::size_t articles;
  std::size_t annexes;
};

constexpr std::array kActs = {PublicAct{"gdpr", "maastrichtlawtech/legalviz.eu/src/__fixtures__/gdpr.fmx.xml",
                                        "dimjov/gdpr-rag/data/gdpr.html", 173, 99, 0},
                              PublicAct{"ai_act", "maastrichtlawtech/legalviz.eu/src/__fixtures__/aia.fmx.xml",
                                        "maastrichtlawtech/eur-lex-visualiser/public/data/aia.xhtml", 180, 113, 13},
                              PublicAct{"data_governance", "maastrichtlawtech/legalviz.eu/src/__fixtures__/dga.fmx.xml",
                                        "maastrichtlawtech/eur-lex-visualiser/public/data/dga.html", 63, 38, 0}};

using Cited = std::multiset<std::tuple<std::string, std::string, std::string>>;

/// Where from, what, how.
Cited cited_in(const Document& document) {
  Cited cited;
  for (const auto& reference : find_references(document)) {
    auto what = reference.instrument + " " + reference.provision;
    for (const auto target : reference.targets) what += " " + document.structure[target].eid.to_string();
    cited.insert({document.structure[reference.from].eid.to_string(), what, std::string(reference.mode)});
  }
  return cited;
}

class ActsOfTheUnion : public ::testing::TestWithParam<PublicAct> {};

TEST_P(ActsOfTheUnion, are_the_same_from_formex_and_from_the_page) {
  const auto& act = GetParam();
  const auto formex_file = public_file(act.formex);
  const auto page_file = public_file(act.page);
  if (!formex_file || !page_file)
    GTEST_SKIP() << "TREATYGRAPH_PUBLIC_TEXTS has no " << act.formex << " or no " << act.page;
  const auto formex = read_document(*formex_file);
  const auto page = read_document(*page_file);
  ASSERT_TRUE(formex) << formex.error().detail;
  ASSERT_TRUE(page) << page.error().detail;
  const auto count = [&](ProvisionKind kind) { return std::ranges::count(formex->structure, kind, &Provision::kind); };
  EXPECT_EQ(count(ProvisionKind::Recital), act.recitals);
  EXPECT_EQ(count(ProvisionKind::Article), act.articles);
  EXPECT_EQ(count(ProvisionKind::Annex), act.annexes);
  EXPECT_EQ(eids_in(*page), eids_in(*formex));
  const auto from_formex = cited_in(*formex);
  const auto from_page = cited_in(*page);
  Cited different;
  std::ranges::set_symmetric_difference(from_formex, from_page, std::inserter(different, different.end()));
  for (const auto& [from, what, mode] : different) fmt::print("{} {} {}\n", from, what, mode);
  EXPECT_LE(different.size() * 500, from_formex.size());
}

INSTANTIATE_TEST_SUITE_P(Published, ActsOfTheUnion, ::testing::ValuesIn(kActs),
                         [](const auto& act) { return std::string(act.param.name); });

}  // namespace
}  // namespace treatygraph::ingest
