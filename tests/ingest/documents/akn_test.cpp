// Out as Akoma Ntoso, and in again: the same provisions and references.

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "ingest/documents/read_document.h"
#include "ingest/export/akn_export.h"
#include "ingest/references/references.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph::ingest {
namespace {

using ::testing::HasSubstr;
using testing::TemporaryFolder;

std::vector<std::string> structure_of(const Document& document) {
  std::vector<std::string> lines;
  for (const auto& provision : document.structure) {
    lines.push_back(fmt::format("{} {} {} {}", provision.eid.to_string(), name_of(provision.kind), provision.num,
                                provision.heading));
  }
  return lines;
}

/// All that is known of each reference, those to other instruments too.
std::vector<std::string> references_in_full(const Document& document) {
  std::vector<std::string> lines;
  for (const auto& reference : find_references(document)) {
    auto line = fmt::format("{}: \"{}\" {} {}", document.structure[reference.from].eid.to_string(), reference.quote,
                            reference.mode, static_cast<int>(reference.scope));
    for (const auto target : reference.targets) line += " " + document.structure[target].eid.to_string();
    lines.push_back(line + " " + reference.instrument + " " + reference.provision);
  }
  return lines;
}

std::filesystem::path exported(const TemporaryFolder& folder, const Document& document, const std::string& name) {
  return folder.write(name, akn_of(document, find_references(document), "lakes"));
}

void expect_round_trip(const TemporaryFolder& folder, const std::filesystem::path& path) {
  const auto document = read_document(path);
  ASSERT_TRUE(document) << document.error().detail;
  const auto again = read_document(exported(folder, *document, path.stem().string() + ".xml"));
  ASSERT_TRUE(again) << again.error().detail;
  EXPECT_EQ(again->format, "akn");
  EXPECT_EQ(structure_of(*again), structure_of(*document)) << path;
  EXPECT_EQ(references_in_full(*again), references_in_full(*document)) << path;
}

constexpr std::string_view kLakesAndPonds = R"(CONVENTION ON LAKES & "PONDS"

The Parties, <mindful> of water, have agreed as follows:

PART I
WATERS

Article 1
Scope

1. Subject to articles 2 and 3 and to article 5 of the Charter of the United Nations, this Convention covers:

(a) lakes, as referred to in paragraph 2;

(b) ponds:

(i) old ones;

(ii) new ones;

so far as article 9 allows.

2. Paragraph 1 (a) applies to shores.

Article 2

Each Party keeps lakes clean.

Article 3

The annex is a part of this Convention.

ANNEX I

Article 1

See article 2 of this Annex.

Article 2

Nothing.
)";

TEST(Akn, says_by_its_elements_what_the_treaty_is) {
  const TemporaryFolder folder;
  const auto document = read_document(folder.write("lakes.txt", kLakesAndPonds));
  ASSERT_TRUE(document) << document.error().detail;
  const auto xml = akn_of(*document, find_references(*document), "lakes");
  EXPECT_THAT(xml, HasSubstr("<docTitle>CONVENTION ON LAKES &amp; &quot;PONDS&quot;</docTitle>"));
  EXPECT_THAT(xml, HasSubstr("<FRBRuri value=\"/akn/un/act/0001-01-01/lakes\"/>"));
  EXPECT_THAT(xml, HasSubstr("<article eId=\"art_1\"><num>Article 1</num><heading>Scope</heading>"));
  EXPECT_THAT(xml, HasSubstr("<mref><ref eId=\"ref_1\" class=\"subject_to\" href=\"#art_2\">articles 2 and 3</ref>"));
  EXPECT_THAT(xml,
              HasSubstr("<list eId=\"art_1__para_1__list_1\"><intro eId=\"art_1__para_1__list_1__intro\"><p>Subject"));
  EXPECT_THAT(xml, HasSubstr("<point eId=\"art_1__para_1__point_b__point_i\"><num>(i)</num>"));
  EXPECT_THAT(xml, HasSubstr("href=\"/akn/un/act/charter-of-the-united-nations/!main~art_5\""));
  EXPECT_THAT(xml, HasSubstr("<hcontainer name=\"annex\" eId=\"annex_I\">"));
}

TEST(Akn, is_read_again_as_it_was) {
  const TemporaryFolder folder;
  expect_round_trip(folder, folder.write("lakes.txt", kLakesAndPonds));
}

constexpr std::string_view kInstruments = R"(CONVENTION ON LAMPS

Article 1
Lamps

1. Lamps burn, as Rule 1 says.
2. They are those of the Annex on Lamps.

Annex on Lamps

PART IV (A)

1. A lamp is lit.

Annex on Oil

Standard A1.1
Oil

1. Oil is clean.

Regulation 2-1
Cans

A can is full.

RULES UNDER THE CONVENTION

Rule 1
Nights

1. Subject to Article 1, nights are dark.

PROTOCOL 1

Article 1

Clocks are wound.

ANNEX I TO PROTOCOL 1

1. A clock ticks.
)";

TEST(Akn, says_which_instruments_and_units_there_are) {
  const TemporaryFolder folder;
  const auto path = folder.write("lamps.txt", kInstruments);
  expect_round_trip(folder, path);
  const auto document = read_document(path);
  ASSERT_TRUE(document);
  const auto xml = akn_of(*document, find_references(*document), "lamps");
  EXPECT_THAT(xml, HasSubstr(R"(<hcontainer name="annex" eId="annex_on-lamps">)"));
  EXPECT_THAT(xml, HasSubstr(R"(<hcontainer name="standard" eId="annex_on-oil__standard_A1.1">)"));
  EXPECT_THAT(xml, HasSubstr(R"(<hcontainer name="rules" eId="rules">)"));
  EXPECT_THAT(xml, HasSubstr(R"(<rule eId="rules__rule_1">)"));
  EXPECT_THAT(xml, HasSubstr(R"(<hcontainer name="annex" eId="protocol_1__annex_I">)"));
}

constexpr std::string_view kConcluded = R"(AGREEMENT ON LAMPS

The Parties have agreed as follows:

Article 1
Lamps

Lamps are lit in accordance with article 2.

Article 2
Oil

Oil is clean.

Done at Lakeside, this first day of May two thousand and thirty, in the English and French languages, both texts being
equally authentic.
)";

TEST(Akn, has_conclusions_after_its_body) {
  const TemporaryFolder folder;
  const auto path = folder.write("lamps.txt", kConcluded);
  expect_round_trip(folder, path);
  const auto document = read_document(path);
  ASSERT_TRUE(document);
  const auto xml = akn_of(*document, find_references(*document), "lamps");
  EXPECT_THAT(xml, HasSubstr("</body>\n<conclusions eId=\"conclusions\"><p>Done at Lakeside"));
}

TEST(Akn, keeps_real_treaties_and_is_valid) {
  const auto* corpus = std::getenv("TREATYGRAPH_CORPUS");
  if (corpus == nullptr) GTEST_SKIP() << "TREATYGRAPH_CORPUS does not name a folder of real treaties";
  const auto texts = std::filesystem::path(corpus) / "corpus";
  const auto schema = texts / "akn/schema/akomantoso30.xsd";
  const TemporaryFolder folder;
  std::vector<std::filesystem::path> paths;
  for (const auto* name : {"fish-stocks-1995/text.txt", "budapest-2001/text.txt", "uncac-2003/text.txt",
                           "unclos-1982/text.txt", "part-xi-1994/text.txt", "tota/pta_1.xml", "tota/pta_10.xml",
                           "tota/pta_107.xml", "tota/pta_200.xml", "tota/pta_300.xml"}) {
    if (std::filesystem::exists(texts / name)) paths.push_back(texts / name);
  }
  ASSERT_GT(paths.size(), 5U);
  paths.push_back(folder.write("lakes.txt", kLakesAndPonds));
  paths.push_back(folder.write("instruments.txt", kInstruments));
  paths.push_back(folder.write("concluded.txt", kConcluded));
  std::vector<std::string> validate = {"/usr/bin/env", "xmllint", "--noout", "--nonet", "--schema", schema.string()};
  std::size_t number = 0;
  for (const auto& path : paths) {
    const auto named = folder.path() / fmt::format("{}{}", ++number, path.extension().string());
    std::filesystem::copy_file(path, named);
    expect_round_trip(folder, named);
    validate.push_back((folder.path() / fmt::format("{}.xml", number)).string());
  }
  const auto validated = testing::run(validate);
  EXPECT_EQ(validated.exit_code, 0) << validated.err.substr(0, 3'000);
}

TEST(Akn, names_the_language_that_the_treaty_is_in) {
  const testing::TemporaryFolder folder;
  const auto document =
      read_document(folder.write("lacs.txt",
                                 "Convention sur les lacs\n\nLes Parties sont convenues de ce qui suit :"
                                 "\n\nArticle premier\n\nLes lacs sont libres et les bateaux aussi.\n\n"
                                 "Article 2\n\nChaque Partie protège les lacs selon l'article premier.\n"));
  ASSERT_TRUE(document) << document.error().detail;
  const auto xml = akn_of(*document, {}, "lacs");
  EXPECT_THAT(xml, ::testing::HasSubstr("<FRBRlanguage language=\"fra\"/>"));
  EXPECT_THAT(xml, ::testing::HasSubstr("/lacs/fra@\""));
}

}  // namespace
}  // namespace treatygraph::ingest
